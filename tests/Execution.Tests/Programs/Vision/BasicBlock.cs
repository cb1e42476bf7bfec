using NnGen;

namespace Programs.Vision.BasicBlock;

// The basic block of ResNet-18 and 34.
[Module]
public partial class BasicBlock
{
    public const int Expansion = 1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Sequential? downsample;

    public BasicBlock(int inplanes, int planes, int stride = 1)
    {
        conv1 = new Conv2d(inplanes, planes, 3, stride: stride, padding: 1, bias: false);
        bn1 = new BatchNorm2d(planes);
        conv2 = new Conv2d(planes, planes, 3, padding: 1, bias: false);
        bn2 = new BatchNorm2d(planes);
        if (stride != 1 || inplanes != planes * Expansion)
            downsample = new Sequential(new Conv2d(inplanes, planes * Expansion, 1, stride: stride, bias: false), new BatchNorm2d(planes * Expansion));
    }

    public Tensor Forward(Tensor x)
    {
        var identity = x;

        var output = conv1.Forward(x);
        output = bn1.Forward(output);
        output = F.Relu(output);

        output = conv2.Forward(output);
        output = bn2.Forward(output);

        if (downsample is not null)
            identity = downsample.Forward(x);

        output += identity;
        return F.Relu(output);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new BasicBlock(3, 3), n => [Tensor.Randn(n, 3, 5, 5)]);

    [Sample]
    public static Sample Create2() => new(() => new BasicBlock(2, 4, stride: 2), n => [Tensor.Randn(n, 2, 5, 5)]);
}
