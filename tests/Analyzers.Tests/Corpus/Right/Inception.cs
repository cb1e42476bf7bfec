[Module]
public partial class ConvBlock(int inChannels, int outChannels, Size2D kernelSize, Padding2D padding)
{
    private readonly Conv2d conv = new(inChannels, outChannels, kernelSize, padding: padding, bias: false);
    private readonly BatchNorm2d norm = new(outChannels, eps: 0.001);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => F.Relu(norm.Forward(conv.Forward(x)));
}

[Module]
public partial class InceptionBlock(int inChannels, int ch1, int ch3Reduce, int ch3, int ch5Reduce, int ch5, int pool)
{
    private readonly ConvBlock branch1 = new(inChannels, ch1, 1, 0);
    private readonly Sequential branch2 = new(new ConvBlock(inChannels, ch3Reduce, 1, 0), new ConvBlock(ch3Reduce, ch3, 3, 1));
    private readonly Sequential branch3 = new(new ConvBlock(inChannels, ch5Reduce, 1, 0), new ConvBlock(ch5Reduce, ch5, 3, 1));
    private readonly Sequential branch4 = new(new MaxPool2d(3, stride: 1, padding: 1), new ConvBlock(inChannels, pool, 1, 0));

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x)
        => F.Cat([branch1.Forward(x), branch2.Forward(x), branch3.Forward(x), branch4.Forward(x)], 1);
}

[Module]
public partial class GoogLeNet(int numClasses)
{
    private readonly ConvBlock conv2 = new(64, 64, 1, 0);
    private readonly ConvBlock conv3 = new(64, 192, 3, 1);
    private readonly Conv2d conv1 = new(3, 64, 7, stride: 2, padding: 3);
    private readonly MaxPool2d maxpool = new(3, stride: 2, ceilMode: true);
    private readonly InceptionBlock inception3a = new(192, 64, 96, 128, 16, 32, 32);
    private readonly InceptionBlock inception3b = new(256, 128, 128, 192, 32, 96, 64);
    private readonly InceptionBlock inception4a = new(480, 192, 96, 208, 16, 48, 64);
    private readonly InceptionBlock inception4b = new(512, 160, 112, 224, 24, 64, 64);
    private readonly InceptionBlock inception5a = new(512, 256, 160, 320, 32, 128, 128);
    private readonly InceptionBlock inception5b = new(832, 384, 192, 384, 48, 128, 128);
    private readonly Dropout dropout = new(0.2);
    private readonly Linear fc = new(1024, numClasses);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = maxpool.Forward(conv1.Forward(x));
        x = maxpool.Forward(conv3.Forward(conv2.Forward(x)));
        x = inception3b.Forward(inception3a.Forward(x));
        x = maxpool.Forward(x);
        x = inception4b.Forward(inception4a.Forward(x));
        x = maxpool.Forward(x);
        x = inception5b.Forward(inception5a.Forward(x));
        x = F.AdaptiveAvgPool2d(x, 1);
        return fc.Forward(dropout.Forward(x.Flatten(1)));
    }
}
