using NnGen;

namespace Programs.Vision.FeaturePyramid;

[Module]
public partial class FeaturePyramid(int c2, int c3, int c4, int outChannels)
{
    private readonly Conv2d inner2 = new(c2, outChannels, 1);
    private readonly Conv2d inner3 = new(c3, outChannels, 1);
    private readonly Conv2d inner4 = new(c4, outChannels, 1);
    private readonly Conv2d layer2 = new(outChannels, outChannels, 3, padding: 1);
    private readonly Conv2d layer3 = new(outChannels, outChannels, 3, padding: 1);
    private readonly Conv2d layer4 = new(outChannels, outChannels, 3, padding: 1);

    public (Tensor P2, Tensor P3, Tensor P4) Forward(Tensor f2, Tensor f3, Tensor f4)
    {
        var top = inner4.Forward(f4);
        var middle = inner3.Forward(f3) + F.Interpolate(top, scaleFactor: 2);
        var bottom = inner2.Forward(f2) + F.Interpolate(middle, scaleFactor: 2);
        return (layer2.Forward(bottom), layer3.Forward(middle), layer4.Forward(top));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new FeaturePyramid(2, 3, 4, 2), n => [Tensor.Randn(n, 2, 8, 8), Tensor.Randn(n, 3, 4, 4), Tensor.Randn(n, 4, 2, 2)]);
}
