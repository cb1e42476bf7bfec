[Module]
public partial class SqueezeExcitation(int channels, int squeezed)
{
    private readonly Conv2d fc1 = new(channels, squeezed, 1);
    private readonly Conv2d fc2 = new(squeezed, channels, 1);

    public Tensor Forward([Shape("N, channels, H, W")] Tensor x)
    {
        var scale = F.AdaptiveAvgPool2d(x, 1);
        scale = F.Silu(fc1.Forward(scale));
        scale = F.Sigmoid(fc2.Forward(scale));
        return x * scale;
    }
}

[Module]
public partial class MBConv(int inChannels, int outChannels, int expand, int kernel, int stride)
{
    private readonly Conv2d expansion = new(inChannels, inChannels * expand, 1, bias: false);
    private readonly BatchNorm2d norm0 = new(inChannels * expand);
    private readonly Conv2d depthwise = new(inChannels * expand, inChannels * expand, kernel, stride: stride, padding: kernel / 2, groups: inChannels * expand, bias: false);
    private readonly BatchNorm2d norm1 = new(inChannels * expand);
    private readonly SqueezeExcitation se = new(inChannels * expand, inChannels / 4);
    private readonly Conv2d project = new(inChannels * expand, outChannels, 1, bias: false);
    private readonly BatchNorm2d norm2 = new(outChannels);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x)
    {
        var h = F.Silu(norm0.Forward(expansion.Forward(x)));
        h = F.Silu(norm1.Forward(depthwise.Forward(h)));
        h = se.Forward(h);
        h = norm2.Forward(project.Forward(h));
        if (stride == 1 && inChannels == outChannels)
            h = h + x;
        return h;
    }
}

[Module]
public partial class EfficientNetB0(int numClasses = 1000)
{
    private readonly Sequential stem = new(new Conv2d(3, 32, 3, stride: 2, padding: 1, bias: false), new BatchNorm2d(32), new SiLU());
    private readonly Sequential blocks = new(
        new MBConv(32, 16, 1, 3, 1),
        new MBConv(16, 24, 6, 3, 2), new MBConv(24, 24, 6, 3, 1),
        new MBConv(24, 40, 6, 5, 2), new MBConv(40, 40, 6, 5, 1),
        new MBConv(40, 80, 6, 3, 2), new MBConv(80, 80, 6, 3, 1), new MBConv(80, 80, 6, 3, 1),
        new MBConv(80, 112, 6, 5, 1), new MBConv(112, 112, 6, 5, 1),
        new MBConv(112, 192, 6, 5, 2), new MBConv(192, 192, 6, 5, 1),
        new MBConv(192, 320, 6, 3, 1));
    private readonly Sequential head = new(new Conv2d(320, 1280, 1, bias: false), new BatchNorm2d(1280), new SiLU(), new AdaptiveAvgPool2d(1), new Flatten(), new Dropout(0.2), new Linear(1280, numClasses));

    [return: Shape("N, numClasses")]
    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x) => head.Forward(blocks.Forward(stem.Forward(x)));
}
