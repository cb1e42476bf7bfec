using NnGen;

namespace Programs.Vision.BottleneckBlock;

// The bottleneck of ResNet-50 with the groups of ResNeXt.
[Module]
public partial class Bottleneck(int inplanes, int planes, int stride = 1, int groups = 1)
{
    private const int Expansion = 2;
    private readonly Conv2d conv1 = new(inplanes, planes, 1, bias: false);
    private readonly BatchNorm2d bn1 = new(planes);
    private readonly Conv2d conv2 = new(planes, planes, 3, stride: stride, padding: 1, groups: groups, bias: false);
    private readonly BatchNorm2d bn2 = new(planes);
    private readonly Conv2d conv3 = new(planes, planes * Expansion, 1, bias: false);
    private readonly BatchNorm2d bn3 = new(planes * Expansion);
    private readonly ReLU relu = new();
    private readonly Conv2d shortcut = new(inplanes, planes * Expansion, 1, stride: stride);

    public Tensor Forward([Shape("N, inplanes, H, W")] Tensor x)
    {
        var y = relu.Forward(bn1.Forward(conv1.Forward(x)));
        y = relu.Forward(bn2.Forward(conv2.Forward(y)));
        y = bn3.Forward(conv3.Forward(y));
        return relu.Forward(y + shortcut.Forward(x));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Bottleneck(3, 4, stride: 2, groups: 2), n => [Tensor.Randn(n, 3, 5, 5)]);
}
