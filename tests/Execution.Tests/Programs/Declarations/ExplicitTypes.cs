using NnGen;
using Layer = NnGen.Linear;
using static NnGen.F;

namespace Programs.Declarations.ExplicitTypes;

[Module]
public partial class ExplicitTypes
{
    private readonly Layer layer = new Layer(inFeatures: 3, outFeatures: 2);

    public NnGen.Tensor Forward(NnGen.Tensor x)
    {
        NnGen.Tensor y = Relu(this.layer.Forward(x));
        return Softmax(y, dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ExplicitTypes(), n => [Tensor.Randn(n, 3)]);
}
