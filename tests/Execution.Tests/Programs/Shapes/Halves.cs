using NnGen;

namespace Programs.Shapes.Halves;

[Module]
public partial class GatedLinearUnit(int features)
{
    private readonly Linear fc = new(features, 2 * features);

    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        var h = fc.Forward(x);
        return h[.., ..features] * F.Sigmoid(h[.., features..]);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new GatedLinearUnit(3), n => [Tensor.Randn(n, 3)]);
}
