[Module]
public partial class AsppConv(int from, int to, int rate)
{
    private readonly Conv2d conv = new(from, to, 3, padding: rate, dilation: rate, bias: false);
    private readonly BatchNorm2d bn = new(to);

    public Tensor Forward(Tensor x) => F.Relu(bn.Forward(conv.Forward(x)));
}

[Module]
public partial class Aspp(int from, int to)
{
    private readonly Conv2d one = new(from, to, 1, bias: false);
    private readonly ModuleList<AsppConv> rates = [new AsppConv(from, to, 12), new AsppConv(from, to, 24), new AsppConv(from, to, 36)];
    private readonly Conv2d pooled = new(from, to, 1, bias: false);
    private readonly Conv2d project = new(5 * to, to, 1, bias: false);

    public Tensor Forward([Shape("N, from, H, W")] Tensor x)
    {
        var parts = new List<Tensor> { F.Relu(one.Forward(x)) };
        foreach (var conv in rates)
            parts.Add(conv.Forward(x));
        var image = F.Relu(pooled.Forward(F.AdaptiveAvgPool2d(x, 1)));
        parts.Add(F.Interpolate(image, (x.Size(2), x.Size(3)), mode: InterpolationMode.Bilinear, alignCorners: false));
        return F.Relu(project.Forward(F.Cat(parts, dim: 1)));
    }
}

[Module]
public partial class DeepLabV3(int classes)
{
    private readonly Sequential backbone = new(
        new Conv2d(3, 64, 7, 2, 3), new ReLU(), new MaxPool2d(3, 2, 1),
        new Conv2d(64, 512, 3, 2, 1), new ReLU(),
        new Conv2d(512, 2048, 3, padding: 2, dilation: 2), new ReLU());

    private readonly Aspp aspp = new(2048, 256);
    private readonly Conv2d conv = new(256, 256, 3, padding: 1);
    private readonly Conv2d classifier = new(256, classes, 1);

    [return: Shape("N, classes, 513, 513")]
    public Tensor Forward([Shape("N, 3, 513, 513")] Tensor x)
    {
        var y = classifier.Forward(F.Relu(conv.Forward(aspp.Forward(backbone.Forward(x)))));
        return F.Interpolate(y, (513, 513), mode: InterpolationMode.Bilinear, alignCorners: false);
    }
}
