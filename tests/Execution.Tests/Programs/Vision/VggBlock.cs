using NnGen;

namespace Programs.Vision.VggBlock;

[Module]
public partial class ConvBnRelu(int inChannels, int outChannels)
{
    private readonly Conv2d conv = new(inChannels, outChannels, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn = new(outChannels);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => F.Relu(bn.Forward(conv.Forward(x)));
}

[Module]
public partial class VggBlock
{
    private readonly ModuleList<ConvBnRelu> convs;
    private readonly MaxPool2d pool = new(2, 2);

    public VggBlock(int inChannels, int outChannels, int numConvs)
        => convs = new ModuleList<ConvBnRelu>(numConvs, i => new ConvBnRelu(i == 0 ? inChannels : outChannels, outChannels));

    public Tensor Forward(Tensor x)
    {
        foreach (var conv in convs)
            x = conv.Forward(x);
        return pool.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new VggBlock(2, 3, 2), n => [Tensor.Randn(n, 2, 4, 6)]);
}
