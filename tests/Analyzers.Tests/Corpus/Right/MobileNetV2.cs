[Module]
public partial class InvertedResidual(int inp, int oup, int stride, int expandRatio)
{
    private readonly bool useResConnect = stride == 1 && inp == oup;
    private readonly Conv2d expand = new(inp, inp * expandRatio, 1, bias: false);
    private readonly BatchNorm2d bn1 = new(inp * expandRatio);
    private readonly Conv2d depthwise = new(inp * expandRatio, inp * expandRatio, 3, stride, 1, groups: inp * expandRatio, bias: false);
    private readonly BatchNorm2d bn2 = new(inp * expandRatio);
    private readonly Conv2d project = new(inp * expandRatio, oup, 1, bias: false);
    private readonly BatchNorm2d bn3 = new(oup);

    public Tensor Forward([Shape("N, inp, H, W")] Tensor x)
    {
        var h = F.Relu6(bn1.Forward(expand.Forward(x)));
        h = F.Relu6(bn2.Forward(depthwise.Forward(h)));
        h = bn3.Forward(project.Forward(h));
        return useResConnect ? x + h : h;
    }
}

[Module]
public partial class MobileNetV2(int numClasses = 1000)
{
    private readonly Sequential features = new(
        new Conv2d(3, 32, 3, 2, 1, bias: false), new BatchNorm2d(32), new ReLU6(),
        new InvertedResidual(32, 16, 1, 1),
        new InvertedResidual(16, 24, 2, 6), new InvertedResidual(24, 24, 1, 6),
        new InvertedResidual(24, 32, 2, 6), new InvertedResidual(32, 32, 1, 6), new InvertedResidual(32, 32, 1, 6),
        new InvertedResidual(32, 64, 2, 6), new InvertedResidual(64, 64, 1, 6),
        new InvertedResidual(64, 96, 1, 6), new InvertedResidual(96, 96, 1, 6),
        new InvertedResidual(96, 160, 2, 6), new InvertedResidual(160, 160, 1, 6),
        new InvertedResidual(160, 320, 1, 6),
        new Conv2d(320, 1280, 1, bias: false), new BatchNorm2d(1280), new ReLU6());
    private readonly Sequential classifier = new(new Dropout(0.2), new Linear(1280, numClasses));

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = features.Forward(x);
        x = F.AdaptiveAvgPool2d(x, (1, 1));
        return classifier.Forward(x.Flatten(1));
    }
}
