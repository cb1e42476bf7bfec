namespace NnGen.Tests.Modules.Compiled;

/// <summary>Layers whose sizes the first input gives.</summary>
[Module]
public partial class LazyNet
{
    public LazyLinear First { get; } = new(3);

    public LazyBatchNorm1d Norm { get; } = new();

    public LazyLinear Second { get; } = new(2);

    public Tensor Forward(Tensor x) => Second.Forward(F.Relu(Norm.Forward(First.Forward(x))));
}
