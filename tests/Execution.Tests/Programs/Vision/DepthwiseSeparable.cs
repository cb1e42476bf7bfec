using NnGen;

namespace Programs.Vision.DepthwiseSeparable;

[Module]
public partial class SeparableConv2d : Module
{
    readonly Conv2d depthwise, pointwise;

    public SeparableConv2d(int nin, int nout, int kernelsPerLayer = 1)
    {
        depthwise = new Conv2d(nin, nin * kernelsPerLayer, kernelSize: 3, padding: 1, groups: nin);
        pointwise = new Conv2d(nin * kernelsPerLayer, nout, kernelSize: 1);
    }

    public Tensor Forward(Tensor x) { return pointwise.Forward(depthwise.Forward(x)); }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SeparableConv2d(2, 3, 2), n => [Tensor.Randn(n, 2, 4, 3)]);
}
