using NnGen;

namespace Programs.Vision.MBConv;

// EfficientNet's block with stochastic depth left out.
[Module]
public partial class MBConv(int channels, int expansion = 2)
{
    private readonly int hidden = channels * expansion;
    private readonly Sequential expand = new(new Conv2d(channels, channels * expansion, 1, bias: false), new BatchNorm2d(channels * expansion), new SiLU());
    private readonly Sequential depthwise = new(
        new Conv2d(channels * expansion, channels * expansion, 3, padding: Padding.Same, groups: channels * expansion, bias: false),
        new BatchNorm2d(channels * expansion),
        new SiLU());
    private readonly Conv2d reduce = new(channels * expansion, 1, 1);
    private readonly Conv2d restore = new(1, channels * expansion, 1);
    private readonly Sequential project = new(new Conv2d(channels * expansion, channels, 1, bias: false), new BatchNorm2d(channels));

    public int Hidden => hidden;

    public Tensor Forward([Shape("N, channels, H, W")] Tensor x)
    {
        var h = depthwise.Forward(expand.Forward(x));
        var gate = F.Sigmoid(restore.Forward(F.Silu(reduce.Forward(F.AdaptiveAvgPool2d(h, 1)))));
        return x + project.Forward(h * gate);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MBConv(2), n => [Tensor.Randn(n, 2, 4, 4)]);
}
