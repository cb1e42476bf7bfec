// NNG1001: 'layer3' cannot take 'layer2.Forward(layer1.Forward(x))' [N, 512, 28, 28]: 'Bottleneck(inplanes, planes, stride)' cannot take 'x' [N, 512, 28, 28]: 'downsample' cannot take 'x' [N, 512, 28, 28]: 'Conv2d(inplanes, planes * Expansion, 1, stride, bias: false)' takes 256 channels, but 'input' is [N, 512, 28, 28]: let 'Conv2d(inplanes, planes * Expansion, 1, stride, bias: false)' take 512
[Module]
public sealed partial class Bottleneck(int inplanes, int planes, int stride = 1, int cardinality = 32, int baseWidth = 4)
{
    private const int Expansion = 4;
    private readonly int width = planes * baseWidth / 64 * cardinality;
    private readonly Conv2d conv1 = new(inplanes, planes * baseWidth / 64 * cardinality, 1, bias: false);
    private readonly BatchNorm2d bn1 = new(planes * baseWidth / 64 * cardinality);
    private readonly Conv2d conv2 = new(planes * baseWidth / 64 * cardinality, planes * baseWidth / 64 * cardinality, 3, stride, 1, groups: cardinality, bias: false);
    private readonly BatchNorm2d bn2 = new(planes * baseWidth / 64 * cardinality);
    private readonly Conv2d conv3 = new(planes * baseWidth / 64 * cardinality, planes * Expansion, 1, bias: false);
    private readonly BatchNorm2d bn3 = new(planes * Expansion);
    private readonly Sequential? downsample = stride != 1 || inplanes != planes * Expansion
        ? new Sequential(new Conv2d(inplanes, planes * Expansion, 1, stride, bias: false), new BatchNorm2d(planes * Expansion))
        : null;

    public Tensor Forward(Tensor x)
    {
        var identity = downsample?.Forward(x) ?? x;
        var y = F.Relu(bn1.Forward(conv1.Forward(x)));
        y = F.Relu(bn2.Forward(conv2.Forward(y)));
        y = bn3.Forward(conv3.Forward(y));
        return F.Relu(y + identity);
    }
}

[Module]
public partial class ResNeXt
{
    private readonly Conv2d conv1 = new(3, 64, 7, 2, 3, bias: false);
    private readonly Sequential layer1 = MakeLayer(64, 64, 3, 1);
    private readonly Sequential layer2 = MakeLayer(256, 128, 4, 2);
    private readonly Sequential layer3 = MakeLayer(256, 256, 6, 2);
    private readonly Linear fc = new(1024, 1000);

    private static Sequential MakeLayer(int inplanes, int planes, int blocks, int stride)
    {
        var layers = new List<Module> { new Bottleneck(inplanes, planes, stride) };
        for (var i = 1; i < blocks; i++)
            layers.Add(new Bottleneck(planes * 4, planes));
        return new Sequential(layers.ToArray());
    }

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = F.MaxPool2d(F.Relu(conv1.Forward(x)), 3, 2, 1);
        x = [|layer3.Forward(layer2.Forward(layer1.Forward(x)))|];
        return fc.Forward(F.AdaptiveAvgPool2d(x, (1, 1)).Flatten(1));
    }
}
