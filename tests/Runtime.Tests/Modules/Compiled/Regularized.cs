namespace NnGen.Tests.Modules.Compiled;

/// <summary>Dropout, a run-time Sequential and a child of its own, for tests of modes and composition.</summary>
[Module]
public sealed partial class Regularized
{
    private readonly Sequential stem = new(new Linear(6, 8), new ReLU());
    private readonly Dropout dropout = new(0.5);
    private readonly Linear head = new(8, 2);

    public Dropout Dropout => dropout;

    public Tensor Forward([Shape("N, 6")] Tensor x) => head.Forward(dropout.Forward(stem.Forward(x)));
}
