[Module]
public partial class Bottleneck(int inPlanes, int planes, int stride = 1)
{
    private const int Expansion = 4;
    private readonly Conv2d conv1 = new(inPlanes, planes, 1, bias: false);
    private readonly BatchNorm2d bn1 = new(planes);
    private readonly Conv2d conv2 = new(planes, planes, 3, stride: stride, padding: 1, bias: false);
    private readonly BatchNorm2d bn2 = new(planes);
    private readonly Conv2d conv3 = new(planes, planes * Expansion, 1, bias: false);
    private readonly BatchNorm2d bn3 = new(planes * Expansion);
    private readonly Conv2d? shortcut = stride != 1 || inPlanes != planes * Expansion ? new(inPlanes, planes * Expansion, 1, stride: stride, bias: false) : null;

    public Tensor Forward([Shape("N, inPlanes, H, W")] Tensor x)
    {
        var y = F.Relu(bn1.Forward(conv1.Forward(x)));
        y = F.Relu(bn2.Forward(conv2.Forward(y)));
        y = bn3.Forward(conv3.Forward(y));
        return F.Relu(y + (shortcut is null ? x : shortcut.Forward(x)));
    }
}

[Module]
public partial class ResNet50
{
    private readonly Sequential stem = new(new Conv2d(3, 64, 7, 2, 3, bias: false), new BatchNorm2d(64), new ReLU(), new MaxPool2d(3, 2, 1));
    private readonly Sequential layer1 = new(new Bottleneck(64, 64), new Bottleneck(256, 64), new Bottleneck(256, 64));
    private readonly Sequential layer2 = new(new Bottleneck(256, 128, 2), new Bottleneck(512, 128), new Bottleneck(512, 128), new Bottleneck(512, 128));
    private readonly Sequential layer3 = new(
        new Bottleneck(512, 256, 2), new Bottleneck(1024, 256), new Bottleneck(1024, 256), new Bottleneck(1024, 256), new Bottleneck(1024, 256), new Bottleneck(1024, 256));
    private readonly Sequential layer4 = new(new Bottleneck(1024, 512, 2), new Bottleneck(2048, 512), new Bottleneck(2048, 512));
    private readonly Linear fc = new(2048, 1000);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = layer4.Forward(layer3.Forward(layer2.Forward(layer1.Forward(stem.Forward(x)))));
        return fc.Forward(x.Mean([2, 3]));
    }
}
