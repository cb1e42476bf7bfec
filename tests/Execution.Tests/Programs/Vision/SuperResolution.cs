using NnGen;

namespace Programs.Vision.SuperResolution;

// Sub-pixel convolution, the shuffle written out.
[Module]
public partial class SuperResolutionNet(int upscaleFactor)
{
    private readonly Conv2d conv1 = new(1, 3, (5, 5), (1, 1), (2, 2));
    private readonly Conv2d conv2 = new(3, 3, (3, 3), (1, 1), (1, 1));
    private readonly Conv2d conv3 = new(3, upscaleFactor * upscaleFactor, (3, 3), (1, 1), (1, 1));

    public Tensor Forward([Shape("N, 1, H, W")] Tensor x)
    {
        x = F.Relu(conv1.Forward(x));
        x = F.Relu(conv2.Forward(x));
        x = conv3.Forward(x);
        var r = upscaleFactor;
        var (n, _, h, w) = x.Shape;
        return x.View(n, r, r, h, w).Permute(0, 3, 1, 4, 2).Reshape(n, 1, h * r, w * r);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SuperResolutionNet(2), n => [Tensor.Randn(n, 1, 4, 3)]);
}
