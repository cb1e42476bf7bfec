using NnGen;

namespace Programs.Vision.Inception;

[Module]
public partial class BasicConv2d(int inChannels, int outChannels, int kernelSize, int padding = 0)
{
    private readonly Conv2d conv = new(inChannels, outChannels, kernelSize, padding: padding, bias: false);
    private readonly BatchNorm2d bn = new(outChannels, eps: 0.001);

    public Tensor Forward(Tensor x) => F.Relu(bn.Forward(conv.Forward(x)));
}

[Module]
public partial class Inception(int inChannels)
{
    private readonly BasicConv2d branch1 = new(inChannels, 2, 1);
    private readonly Sequential branch2 = new(new BasicConv2d(inChannels, 2, 1), new BasicConv2d(2, 3, 3, padding: 1));
    private readonly Sequential branch3 = new(new BasicConv2d(inChannels, 1, 1), new BasicConv2d(1, 2, 5, padding: 2));
    private readonly Sequential branch4 = new(new MaxPool2d(3, stride: 1, padding: 1), new BasicConv2d(inChannels, 2, 1));

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x)
        => F.Cat([branch1.Forward(x), branch2.Forward(x), branch3.Forward(x), branch4.Forward(x)], 1);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Inception(3), n => [Tensor.Randn(n, 3, 4, 5)]);
}
