using NnGen;

namespace Programs.Vision.SpatialPyramidPooling;

[Module]
public partial class SpatialPyramidPooling
{
    private readonly Conv2d conv = new(2, 3, 3);

    [return: Shape("N, 3*(1 + 4 + 9)")]
    public Tensor Forward([Shape("N, 2, H, W")] Tensor x)
    {
        x = F.Relu(conv.Forward(x));
        var one = F.AdaptiveAvgPool2d(x, 1).Flatten(1);
        var two = F.AdaptiveAvgPool2d(x, 2).Flatten(1);
        var three = F.AdaptiveAvgPool2d(x, (3, 3)).Flatten(1);
        return F.Cat([one, two, three], dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SpatialPyramidPooling(), n => [Tensor.Randn(n, 2, 6, 7)]);
}
