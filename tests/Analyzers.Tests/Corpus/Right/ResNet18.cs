[Module]
public partial class BasicBlock(int inPlanes, int planes, int stride)
{
    private readonly Conv2d conv1 = new(inPlanes, planes, 3, stride: stride, padding: 1, bias: false);
    private readonly BatchNorm2d bn1 = new(planes);
    private readonly Conv2d conv2 = new(planes, planes, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn2 = new(planes);
    private readonly Sequential? downsample = stride != 1 || inPlanes != planes
        ? new(new Conv2d(inPlanes, planes, 1, stride: stride, bias: false), new BatchNorm2d(planes))
        : null;

    public Tensor Forward([Shape("N, inPlanes, H, W")] Tensor x)
    {
        var identity = x;
        var y = F.Relu(bn1.Forward(conv1.Forward(x)));
        y = bn2.Forward(conv2.Forward(y));
        if (downsample is not null)
            identity = downsample.Forward(x);
        return F.Relu(y + identity);
    }
}

[Module]
public partial class ResNet18(int numClasses = 1000)
{
    private readonly Conv2d conv1 = new(3, 64, 7, stride: 2, padding: 3, bias: false);
    private readonly BatchNorm2d bn1 = new(64);
    private readonly MaxPool2d maxpool = new(3, stride: 2, padding: 1);
    private readonly Sequential layer1 = new(new BasicBlock(64, 64, 1), new BasicBlock(64, 64, 1));
    private readonly Sequential layer2 = new(new BasicBlock(64, 128, 2), new BasicBlock(128, 128, 1));
    private readonly Sequential layer3 = new(new BasicBlock(128, 256, 2), new BasicBlock(256, 256, 1));
    private readonly Sequential layer4 = new(new BasicBlock(256, 512, 2), new BasicBlock(512, 512, 1));
    private readonly AdaptiveAvgPool2d avgpool = new((1, 1));
    private readonly Linear fc = new(512, numClasses);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = maxpool.Forward(F.Relu(bn1.Forward(conv1.Forward(x))));
        x = layer1.Forward(x);
        x = layer2.Forward(x);
        x = layer3.Forward(x);
        x = layer4.Forward(x);
        x = F.Flatten(avgpool.Forward(x), 1);
        return fc.Forward(x);
    }
}
