[Module]
public partial class DenseLayer(int inChannels, int growth, int bnSize = 4)
{
    private readonly BatchNorm2d norm1 = new(inChannels);
    private readonly Conv2d conv1 = new(inChannels, bnSize * growth, 1, bias: false);
    private readonly BatchNorm2d norm2 = new(bnSize * growth);
    private readonly Conv2d conv2 = new(bnSize * growth, growth, 3, padding: 1, bias: false);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x)
    {
        var h = conv1.Forward(F.Relu(norm1.Forward(x)));
        h = conv2.Forward(F.Relu(norm2.Forward(h)));
        return F.Cat([x, h], dim: 1);
    }
}

[Module]
public partial class Transition(int inChannels, int outChannels)
{
    private readonly BatchNorm2d norm = new(inChannels);
    private readonly Conv2d conv = new(inChannels, outChannels, 1, bias: false);
    private readonly AvgPool2d pool = new(2, 2);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => pool.Forward(conv.Forward(F.Relu(norm.Forward(x))));
}

[Module]
public partial class DenseNet
{
    private readonly Conv2d stem = new(3, 64, 7, 2, 3, bias: false);
    private readonly Sequential block1 = new(new DenseLayer(64, 32), new DenseLayer(96, 32), new DenseLayer(128, 32));
    private readonly Transition transition1 = new(160, 80);
    private readonly Sequential block2 = new(new DenseLayer(80, 32), new DenseLayer(112, 32));
    private readonly BatchNorm2d norm5 = new(144);
    private readonly Linear classifier = new(144, 1000);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = F.MaxPool2d(stem.Forward(x), 3, stride: 2, padding: 1);
        x = transition1.Forward(block1.Forward(x));
        x = F.Relu(norm5.Forward(block2.Forward(x)));
        x = F.AdaptiveAvgPool2d(x, (1, 1)).Flatten(1);
        return classifier.Forward(x);
    }
}
