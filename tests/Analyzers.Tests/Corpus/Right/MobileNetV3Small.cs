[Module]
public partial class SqueezeExcite(int channels)
{
    private readonly Conv2d reduce = new(channels, channels / 4, 1);
    private readonly Conv2d expand = new(channels / 4, channels, 1);

    public Tensor Forward(Tensor x) => x * F.Hardsigmoid(expand.Forward(F.Relu(reduce.Forward(F.AdaptiveAvgPool2d(x, 1)))));
}

[Module]
public partial class InvertedResidual(int from, int hidden, int to, int kernel, int stride, bool hasAttention, bool usesHardswish)
{
    private readonly Conv2d expand = new(from, hidden, 1, bias: false);
    private readonly BatchNorm2d norm1 = new(hidden);
    private readonly Conv2d depthwise = new(hidden, hidden, kernel, stride, (kernel - 1) / 2, groups: hidden, bias: false);
    private readonly BatchNorm2d norm2 = new(hidden);
    private readonly SqueezeExcite? attention = hasAttention ? new SqueezeExcite(hidden) : null;
    private readonly Conv2d project = new(hidden, to, 1, bias: false);
    private readonly BatchNorm2d norm3 = new(to);

    public Tensor Forward([Shape("N, from, H, W")] Tensor x)
    {
        var h = Activate(norm1.Forward(expand.Forward(x)));
        h = norm2.Forward(depthwise.Forward(h));
        if (attention is not null)
            h = attention.Forward(h);
        h = norm3.Forward(project.Forward(Activate(h)));
        return stride == 1 && from == to ? x + h : h;
    }

    private Tensor Activate(Tensor x) => usesHardswish ? F.Hardswish(x) : F.Relu(x);
}

[Module]
public partial class MobileNetV3Small(int classes = 1000)
{
    private readonly Sequential stem = new(new Conv2d(3, 16, 3, 2, 1, bias: false), new BatchNorm2d(16), new Hardswish());
    private readonly ModuleList<InvertedResidual> blocks =
    [
        new(16, 16, 16, 3, 2, true, false),
        new(16, 72, 24, 3, 2, false, false),
        new(24, 88, 24, 3, 1, false, false),
        new(24, 96, 40, 5, 2, true, true),
        new(40, 240, 40, 5, 1, true, true),
        new(40, 120, 48, 5, 1, true, true),
        new(48, 288, 96, 5, 2, true, true),
        new(96, 576, 96, 5, 1, true, true),
    ];

    private readonly Conv2d last = new(96, 576, 1);
    private readonly Sequential classifier = new(new Linear(576, 1024), new Hardswish(), new Dropout(0.2), new Linear(1024, classes));

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = stem.Forward(x);
        foreach (var block in blocks)
            x = block.Forward(x);
        x = F.AdaptiveAvgPool2d(F.Hardswish(last.Forward(x)), 1);
        return classifier.Forward(x.Flatten(1));
    }
}
