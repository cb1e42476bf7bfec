using NnGen;

namespace Programs.Generative.MaskedConvolution;

// PixelCNN: convolutions that see only what comes before, by a mask over their weights.
[Module]
public partial class MaskedConv2d(int inChannels, int outChannels, int kernelSize, bool seesCenter)
{
    private readonly Conv2d conv = new(inChannels, outChannels, kernelSize, padding: kernelSize / 2);

    [Buffer]
    private readonly Tensor mask = Before(kernelSize, seesCenter);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => F.Conv2d(x, conv.Weight * mask, conv.Bias, padding: kernelSize / 2);

    private static Tensor Before(int size, bool seesCenter)
    {
        var center = size * size / 2;
        var mask = Tensor.Zeros(1, 1, size, size);
        mask.AsWritableSpan()[..(seesCenter ? center + 1 : center)].Fill(1);
        return mask;
    }
}

[Module]
public partial class PixelCnn
{
    private readonly MaskedConv2d first = new(1, 4, 3, seesCenter: false);
    private readonly ModuleList<MaskedConv2d> blocks = new(2, _ => new MaskedConv2d(4, 4, 3, seesCenter: true));
    private readonly Conv2d head = new(4, 2, 1);

    public Tensor Forward([Shape("N, 1, H, W")] Tensor x)
    {
        x = F.Relu(first.Forward(x));
        foreach (var block in blocks)
            x = x + F.Relu(block.Forward(x));
        return head.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PixelCnn(), n => [Tensor.Randn(n, 1, 4, 3)]);
}
