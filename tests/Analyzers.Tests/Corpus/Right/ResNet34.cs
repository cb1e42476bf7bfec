[Module]
public partial class BasicBlock
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Sequential? downsample;

    public BasicBlock(int inPlanes, int planes, int stride = 1)
    {
        conv1 = new Conv2d(inPlanes, planes, 3, stride, 1, bias: false);
        bn1 = new BatchNorm2d(planes);
        conv2 = new Conv2d(planes, planes, 3, 1, 1, bias: false);
        bn2 = new BatchNorm2d(planes);
        downsample = stride != 1 || inPlanes != planes ? new Sequential(new Conv2d(inPlanes, planes, 1, stride, bias: false), new BatchNorm2d(planes)) : null;
    }

    public Tensor Forward(Tensor x)
    {
        var identity = downsample is null ? x : downsample.Forward(x);
        x = F.Relu(bn1.Forward(conv1.Forward(x)));
        x = bn2.Forward(conv2.Forward(x));
        return F.Relu(x + identity);
    }
}

[Module]
public partial class ResNet34(int classes = 1000)
{
    private readonly Conv2d conv1 = new(3, 64, 7, stride: 2, padding: 3, bias: false);
    private readonly BatchNorm2d bn1 = new(64);
    private readonly MaxPool2d maxpool = new(3, 2, 1);
    private readonly Sequential layer1 = new(new BasicBlock(64, 64), new BasicBlock(64, 64), new BasicBlock(64, 64));
    private readonly Sequential layer2 = new(new BasicBlock(64, 128, 2), new BasicBlock(128, 128), new BasicBlock(128, 128), new BasicBlock(128, 128));
    private readonly Sequential layer3 = new(new BasicBlock(128, 256, 2), new BasicBlock(256, 256), new BasicBlock(256, 256), new BasicBlock(256, 256), new BasicBlock(256, 256), new BasicBlock(256, 256));
    private readonly Sequential layer4 = new(new BasicBlock(256, 512, 2), new BasicBlock(512, 512), new BasicBlock(512, 512));
    private readonly AdaptiveAvgPool2d avgpool = new(1);
    private readonly Linear fc = new(512, classes);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = maxpool.Forward(F.Relu(bn1.Forward(conv1.Forward(x))));
        x = layer4.Forward(layer3.Forward(layer2.Forward(layer1.Forward(x))));
        return fc.Forward(avgpool.Forward(x).Flatten(1));
    }
}
