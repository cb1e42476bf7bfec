using NnGen;
using System;
using System.Collections.Generic;

namespace Programs.Generative.DiffusionUNet;

// The U-Net of diffusion models: sinusoidal embedding of the time, residual blocks that take it, skip connections kept in a list.
[Module]
public partial class TimeEmbedding(int dim)
{
    private readonly Linear fc1 = new(dim, 2 * dim);
    private readonly Linear fc2 = new(2 * dim, 2 * dim);

    [Buffer(Persistent = false)]
    private readonly Tensor frequencies = Frequencies(dim / 2);

    public Tensor Forward([Shape("N")] Tensor t)
    {
        var angles = t.Unsqueeze(1) * frequencies;
        return fc2.Forward(F.Silu(fc1.Forward(F.Cat([angles.Sin(), angles.Cos()], dim: 1))));
    }

    private static Tensor Frequencies(int half) => (Tensor.Arange(0, half) * (-Math.Log(10000) / half)).Exp();
}

[Module]
public partial class ResidualBlock(int inChannels, int outChannels, int timeChannels)
{
    private readonly GroupNorm norm1 = new(1, inChannels);
    private readonly Conv2d conv1 = new(inChannels, outChannels, 3, padding: 1);
    private readonly Linear time = new(timeChannels, outChannels);
    private readonly GroupNorm norm2 = new(2, outChannels);
    private readonly Conv2d conv2 = new(outChannels, outChannels, 3, padding: 1);
    private readonly Conv2d? shortcut = inChannels == outChannels ? null : new(inChannels, outChannels, 1);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x, [Shape("N, timeChannels")] Tensor t)
    {
        var h = conv1.Forward(F.Silu(norm1.Forward(x)));
        h = h + time.Forward(F.Silu(t))[.., .., ..].Unsqueeze(-1).Unsqueeze(-1);
        h = conv2.Forward(F.Silu(norm2.Forward(h)));
        return h + (shortcut?.Forward(x) ?? x);
    }
}

[Module]
public partial class DiffusionUNet(int channels = 1, int width = 4)
{
    private readonly TimeEmbedding embed = new(4);
    private readonly Conv2d stem = new(channels, width, 3, padding: 1);
    private readonly ModuleList<ResidualBlock> down = new(2, i => new ResidualBlock(width << i, width << (i + 1), 8));
    private readonly ResidualBlock middle = new(4 * width, 4 * width, 8);
    private readonly ModuleList<ResidualBlock> up = new(2, i => new ResidualBlock(width << (3 - i), width << (1 - i), 8));
    private readonly GroupNorm norm = new(1, width);
    private readonly Conv2d head = new(width, channels, 3, padding: 1);

    public Tensor Forward([Shape("N, channels, 4*H, 4*W")] Tensor x, [Shape("N")] Tensor t)
    {
        var time = embed.Forward(t);
        x = stem.Forward(x);
        var skips = new List<Tensor>();
        foreach (var block in down)
        {
            x = block.Forward(x, time);
            skips.Add(x);
            x = F.AvgPool2d(x, 2);
        }

        x = middle.Forward(x, time);
        for (var i = 0; i < up.Count; i++)
        {
            x = F.Interpolate(x, scaleFactor: 2);
            x = up[i].Forward(F.Cat([x, skips[^(i + 1)]], dim: 1), time);
        }

        return head.Forward(F.Silu(norm.Forward(x)));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new DiffusionUNet(), n => [Tensor.Randn(n, 1, 4, 4), Tensor.Rand(n) * 10]) { Tolerance = 2e-2 };
}
