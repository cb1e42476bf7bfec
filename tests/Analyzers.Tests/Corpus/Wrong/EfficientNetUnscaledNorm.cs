// NNG1001: 'EfficientNet()' can never run: 'norm' takes 32 channels, but 'stem.Forward(x)' is [N, 40, 120, 120]: let 'norm' take 40
[Module]
public partial class SqueezeExcite(int channels, int squeezed)
{
    private readonly Conv2d reduce = new(channels, squeezed, 1);
    private readonly Conv2d expand = new(squeezed, channels, 1);

    public Tensor Forward(Tensor x)
    {
        var s = F.AdaptiveAvgPool2d(x, 1);
        s = expand.Forward(F.Silu(reduce.Forward(s)));
        return x * s.Sigmoid();
    }
}

[Module]
public partial class MbConv(int inp, int oup, int kernel, int stride, int ratio)
{
    private readonly Sequential? expand = ratio == 1 ? null : new Sequential(new Conv2d(inp, inp * ratio, 1, bias: false), new BatchNorm2d(inp * ratio), new SiLU());
    private readonly Conv2d depthwise = new(inp * ratio, inp * ratio, kernel, stride, kernel / 2, groups: inp * ratio, bias: false);
    private readonly BatchNorm2d bn = new(inp * ratio);
    private readonly SqueezeExcite se = new(inp * ratio, Math.Max(1, inp / 4));
    private readonly Sequential project = new(new Conv2d(inp * ratio, oup, 1, bias: false), new BatchNorm2d(oup));

    public Tensor Forward(Tensor x)
    {
        var h = expand is null ? x : expand.Forward(x);
        h = project.Forward(se.Forward(F.Silu(bn.Forward(depthwise.Forward(h)))));
        if (stride == 1 && inp == oup)
            h = h + x;
        return h;
    }
}

[Module]
public partial class EfficientNet(double width = 1.1, int classes = 1000)
{
    private static int Scale(double width, int channels) => (int)Math.Ceiling(channels * width / 8) * 8;
    private readonly Conv2d stem = new(3, Scale(width, 32), 3, 2, 1, bias: false);
    private readonly BatchNorm2d norm = new(32);
    private readonly MbConv b1 = new(Scale(width, 32), Scale(width, 16), 3, 1, 1);
    private readonly MbConv b2 = new(Scale(width, 16), Scale(width, 24), 3, 2, 6);
    private readonly MbConv b3 = new(Scale(width, 24), Scale(width, 24), 3, 1, 6);
    private readonly Conv2d head = new(Scale(width, 24), 1280, 1);
    private readonly Linear fc = new(1280, classes);

    public Tensor Forward([Shape("N, 3, 240, 240")] Tensor x)
    {
        x = F.Silu([|norm.Forward(stem.Forward(x))|]);
        x = b3.Forward(b2.Forward(b1.Forward(x)));
        x = F.Silu(head.Forward(x)).Mean([2, 3]);
        return fc.Forward(x);
    }
}
