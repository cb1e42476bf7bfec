namespace NnGen.Benchmarks.Peers;

/// <summary>Two convolutions, and the input added to their result.</summary>
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
        var identity = downsample is null ? x : downsample.Forward(x);
        var y = F.Relu(bn1.Forward(conv1.Forward(x)));
        return F.Relu(bn2.Forward(conv2.Forward(y)) + identity);
    }
}

/// <summary>ResNet-18 (He et al., Deep residual learning for image recognition, 2015) for images of 32 by 32.</summary>
[Module]
public partial class ResNet18
{
    private readonly Conv2d conv1 = new(3, 64, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn1 = new(64);
    private readonly Sequential layer1 = new(new BasicBlock(64, 64, 1), new BasicBlock(64, 64, 1));
    private readonly Sequential layer2 = new(new BasicBlock(64, 128, 2), new BasicBlock(128, 128, 1));
    private readonly Sequential layer3 = new(new BasicBlock(128, 256, 2), new BasicBlock(256, 256, 1));
    private readonly Sequential layer4 = new(new BasicBlock(256, 512, 2), new BasicBlock(512, 512, 1));
    private readonly Linear fc = new(512, 10);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = F.Relu(bn1.Forward(conv1.Forward(x)));
        x = layer4.Forward(layer3.Forward(layer2.Forward(layer1.Forward(x))));
        return fc.Forward(F.Flatten(F.AdaptiveAvgPool2d(x, 1), 1));
    }
}
