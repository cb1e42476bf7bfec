using NnGen;

namespace Programs.Vision.InvertedResidual;

// MobileNetV3: inverted residual with squeeze and excitation.
[Module]
public partial class SqueezeExcitation(int channels, int squeezed)
{
    private readonly AdaptiveAvgPool2d avgpool = new(1);
    private readonly Conv2d fc1 = new(channels, squeezed, 1);
    private readonly Conv2d fc2 = new(squeezed, channels, 1);

    [return: Shape("N, channels, H, W")]
    public Tensor Forward([Shape("N, channels, H, W")] Tensor input)
    {
        var scale = avgpool.Forward(input);
        scale = F.Relu(fc1.Forward(scale));
        scale = F.Hardsigmoid(fc2.Forward(scale));
        return scale * input;
    }
}

[Module]
public partial class InvertedResidual(int inp, int oup, int stride, int expandRatio)
{
    private readonly bool useResConnect = stride == 1 && inp == oup;
    private readonly Conv2d expand = new(inp, inp * expandRatio, 1, bias: false);
    private readonly BatchNorm2d bn1 = new(inp * expandRatio);
    private readonly Conv2d depthwise = new(inp * expandRatio, inp * expandRatio, 3, stride, 1, groups: inp * expandRatio, bias: false);
    private readonly BatchNorm2d bn2 = new(inp * expandRatio);
    private readonly SqueezeExcitation se = new(inp * expandRatio, 2);
    private readonly Conv2d project = new(inp * expandRatio, oup, 1, bias: false);
    private readonly BatchNorm2d bn3 = new(oup);

    public Tensor Forward([Shape("N, inp, H, W")] Tensor x)
    {
        var y = F.Hardswish(bn1.Forward(expand.Forward(x)));
        y = F.Hardswish(bn2.Forward(depthwise.Forward(y)));
        y = bn3.Forward(project.Forward(se.Forward(y)));
        return useResConnect ? x + y : y;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new InvertedResidual(3, 3, 1, 2), n => [Tensor.Randn(n, 3, 4, 4)]);

    [Sample]
    public static Sample Create2() => new(() => new InvertedResidual(2, 3, 2, 2), n => [Tensor.Randn(n, 2, 5, 5)]);
}
