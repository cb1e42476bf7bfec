[Module]
public partial class Bottleneck(int inPlanes, int width, int outPlanes, int stride, int groups)
{
    private readonly Conv2d conv1 = new(inPlanes, width, 1, bias: false);
    private readonly BatchNorm2d bn1 = new(width);
    private readonly Conv2d conv2 = new(width, width, 3, stride, 1, groups: groups, bias: false);
    private readonly BatchNorm2d bn2 = new(width);
    private readonly Conv2d conv3 = new(width, outPlanes, 1, bias: false);
    private readonly BatchNorm2d bn3 = new(outPlanes);
    private readonly Sequential? downsample = inPlanes == outPlanes && stride == 1 ? null : new Sequential(new Conv2d(inPlanes, outPlanes, 1, stride, bias: false), new BatchNorm2d(outPlanes));

    public Tensor Forward([Shape("N, inPlanes, H, W")] Tensor x)
    {
        var y = F.Relu(bn1.Forward(conv1.Forward(x)));
        y = F.Relu(bn2.Forward(conv2.Forward(y)));
        y = bn3.Forward(conv3.Forward(y));
        return F.Relu(y + (downsample == null ? x : downsample.Forward(x)));
    }
}

[Module]
public partial class ResNext50
{
    private readonly Sequential stem = new(new Conv2d(3, 64, 7, 2, 3, bias: false), new BatchNorm2d(64), new ReLU(), new MaxPool2d(3, 2, 1));
    private readonly ModuleList<Bottleneck> layer1 = [new(64, 128, 256, 1, 32), new(256, 128, 256, 1, 32), new(256, 128, 256, 1, 32)];
    private readonly ModuleList<Bottleneck> layer2 = [new(256, 256, 512, 2, 32), new(512, 256, 512, 1, 32), new(512, 256, 512, 1, 32), new(512, 256, 512, 1, 32)];
    private readonly ModuleList<Bottleneck> layer3 = new(6, i => new Bottleneck(i == 0 ? 512 : 1024, 512, 1024, i == 0 ? 2 : 1, 32));
    private readonly ModuleList<Bottleneck> layer4 = new(3, i => new Bottleneck(i == 0 ? 1024 : 2048, 1024, 2048, i == 0 ? 2 : 1, 32));
    private readonly Linear fc = new(2048, 1000);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = stem.Forward(x);
        x = Run(layer1, x);
        x = Run(layer2, x);
        x = Run(layer3, x);
        x = Run(layer4, x);
        return fc.Forward(F.AdaptiveAvgPool2d(x, 1).Flatten(1));
    }

    private static Tensor Run(ModuleList<Bottleneck> blocks, Tensor x)
    {
        foreach (var block in blocks)
            x = block.Forward(x);
        return x;
    }
}
