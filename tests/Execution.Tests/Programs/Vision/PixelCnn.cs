using NnGen;
using System;

namespace Programs.Vision.PixelCnn;

/// <summary>Residual blocks of masked convolutions, and pixels drawn one after the other (van den Oord et al. 2016).</summary>
[Module]
public partial class MaskedConv(int inChannels, int outChannels, int size, bool isFirst)
{
    private readonly Parameter weight = new(0.2f * Tensor.Randn(outChannels, inChannels, size, size));
    private readonly Parameter bias = new(0.1f * Tensor.Randn(outChannels));
    [Buffer] private readonly Tensor mask = Mask(size, isFirst);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => F.Conv2d(x, weight * mask, bias, padding: size / 2);

    private static Tensor Mask(int size, bool isFirst)
    {
        var open = (size * (size / 2)) + (size / 2) + (isFirst ? 0 : 1);
        var values = new float[size * size];
        Array.Fill(values, 1, 0, open);
        return Tensor.From(values, size, size);
    }
}

[Module]
public partial class PixelCnn(int channels, int levels)
{
    private readonly MaskedConv first = new(1, channels, 5, isFirst: true);
    private readonly ModuleList<MaskedConv> blocks = new(2, _ => new MaskedConv(channels, channels, 3, isFirst: false));
    private readonly Conv2d head = new(channels, levels, 1);

    public Tensor Forward([Shape("N, 1, H, W")] Tensor image)
    {
        var x = first.Forward(image);
        foreach (var block in blocks)
            x = x + F.Relu(block.Forward(x));
        return head.Forward(F.Relu(x));
    }

    public Tensor Generate([Shape("N, 1, H, W")] Tensor image)
    {
        var (n, _, height, width) = image.Shape;
        var place = Tensor.Arange(height * width).View(1, 1, height, width);
        for (var i = 0; i < height * width; i++)
        {
            var logits = Forward(image)[.., .., i / width, i % width];
            var level = F.Softmax(logits, 1).Multinomial(1).Float() / (levels - 1);
            image = F.Where(place.Eq(i), level.View(n, 1, 1, 1), image);
        }

        return image;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PixelCnn(3, 4), n => [Tensor.Rand(n, 1, 4, 3)]);
}
