namespace NnGen.Tests.Modules.Compiled;

/// <summary>One layer called twice.</summary>
[Module]
public sealed partial class AppliedTwice
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(F.Sigmoid(fc.Forward(x)));
}
