using NnGen;

namespace Programs.Constructors.ConstructorBody;

[Module]
public partial class Bottleneck
{
    private readonly Linear reduce;
    private readonly Linear expand;
    private readonly LayerNorm norm;
    private readonly double residualScale;

    public Bottleneck(int features, int reduction)
    {
        var hidden = Math.Max(2, features / reduction);
        reduce = new Linear(features, hidden);
        expand = new Linear(hidden, features);
        norm = new LayerNorm(features);
        residualScale = 1.0 / reduction;
    }

    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        var y = expand.Forward(F.Relu(reduce.Forward(norm.Forward(x))));
        return x + y * residualScale;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Bottleneck(6, 2), n => [Tensor.Randn(n, 6)]);
}
