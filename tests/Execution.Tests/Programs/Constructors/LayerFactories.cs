using NnGen;
using System.Collections.Generic;

namespace Programs.Constructors.LayerFactories;

// Functions that make layers, called in initializers and constructors.
public static class Layers
{
    public static Sequential ConvNormAct(int inChannels, int outChannels, int kernelSize = 3)
        => new(new Conv2d(inChannels, outChannels, kernelSize, padding: kernelSize / 2, bias: false), new BatchNorm2d(outChannels), new ReLU());

    public static Linear WithZeroBias(this Linear linear)
    {
        Init.Zeros_(linear.Bias!);
        return linear;
    }
}

[Module]
public partial class SmallNet
{
    private readonly Sequential stem = Layers.ConvNormAct(2, 3);
    private readonly Sequential body = Block(3, 4);
    private readonly ModuleList<Sequential> stages = new(2, i => Layers.ConvNormAct(4, 4, kernelSize: 1 + (2 * i)));
    private readonly Linear hidden = new Linear(4, 4).WithZeroBias();
    private readonly Linear head;

    public SmallNet(int classes)
    {
        head = Head(4, classes);
    }

    public Tensor Forward([Shape("N, 2, H, W")] Tensor x)
    {
        x = body.Forward(stem.Forward(x));
        foreach (var stage in stages)
            x = stage.Forward(x);
        return head.Forward(F.Relu(hidden.Forward(x.Mean([2, 3]))));
    }

    private static Sequential Block(int inChannels, int outChannels)
        => new(Layers.ConvNormAct(inChannels, outChannels), Layers.ConvNormAct(outChannels, outChannels, 1));

    private static Linear Head(int features, int classes) => new(features, classes);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SmallNet(3), n => [Tensor.Randn(n, 2, 4, 4)]);
}
