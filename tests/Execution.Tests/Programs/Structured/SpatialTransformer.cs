using NnGen;

namespace Programs.Structured.SpatialTransformer;

// The localisation network; the affine map is applied to coordinates.
[Module]
public partial class SpatialTransformer
{
    private readonly Conv2d localization = new(1, 2, 3);
    private readonly Linear fcLoc = new(2 * 2 * 2, 6);
    [Buffer] private readonly Tensor grid = Tensor.From([-1f, -1, 1, -1, 1, 1, 1, -1, 1, 1, 1, 1], 4, 3);

    public SpatialTransformer() => Init.Zeros_(fcLoc.Weight);

    [return: Shape("N, 4, 2")]
    public Tensor Forward([Shape("N, 1, 4, 4")] Tensor x)
    {
        var xs = F.Relu(localization.Forward(x)).View(-1, 8);
        var theta = fcLoc.Forward(xs).View(-1, 2, 3);
        return grid.MatMul(theta.Transpose(1, 2));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SpatialTransformer(), n => [Tensor.Randn(n, 1, 4, 4)]);
}
