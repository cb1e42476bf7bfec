using NnGen;

namespace Programs.Vision.ResNet;

// A residual network of stages in lists, the number of blocks known only at run time.
[Module]
public sealed partial class Block(int inChannels, int outChannels, int stride)
{
    private readonly Conv2d conv1 = new(inChannels, outChannels, 3, stride: stride, padding: 1);
    private readonly Conv2d conv2 = new(outChannels, outChannels, 3, padding: 1);
    private readonly Conv2d? project = inChannels != outChannels || stride != 1 ? new Conv2d(inChannels, outChannels, 1, stride: stride) : null;

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x)
        => F.Relu(conv2.Forward(F.Relu(conv1.Forward(x))) + (project?.Forward(x) ?? x));
}

[Module]
public sealed partial class ResNet
{
    private readonly Conv2d conv1 = new(1, 2, 3, padding: 1);
    private readonly ModuleList<Block> layer1;
    private readonly ModuleList<Block> layer2;
    private readonly Linear fc = new(4, 3);

    public ResNet(params int[] layers)
    {
        layer1 = new(layers[0], i => new Block(2, 2, 1));
        layer2 = new(layers[1], i => new Block(i == 0 ? 2 : 4, 4, i == 0 ? 2 : 1));
    }

    public Tensor Forward([Shape("N, 1, H, W")] Tensor x)
    {
        x = F.Relu(conv1.Forward(x));
        foreach (var block in layer1)
            x = block.Forward(x);
        foreach (var block in layer2)
            x = block.Forward(x);
        return fc.Forward(x.Mean([2, 3]));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ResNet(1, 2), n => [Tensor.Randn(n, 1, 6, 6)]);
}
