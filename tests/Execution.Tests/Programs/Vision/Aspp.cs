using NnGen;
using System.Collections.Generic;

namespace Programs.Vision.Aspp;

// DeepLab: convolutions of several dilations and the mean of the image, side by side.
[Module]
public partial class Aspp(int inChannels, int outChannels, int[] rates)
{
    private readonly ModuleList<Sequential> branches = new(rates.Length + 1, i => i == 0
        ? new Sequential(new Conv2d(inChannels, outChannels, 1, bias: false), new ReLU())
        : new Sequential(new Conv2d(inChannels, outChannels, 3, padding: rates[i - 1], dilation: rates[i - 1], bias: false), new ReLU()));

    private readonly Sequential pooled = new(new AdaptiveAvgPool2d(1), new Conv2d(inChannels, outChannels, 1, bias: false), new ReLU());
    private readonly Conv2d project = new((rates.Length + 2) * outChannels, outChannels, 1);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x)
    {
        var parts = new List<Tensor>();
        foreach (var branch in branches)
            parts.Add(branch.Forward(x));
        var whole = pooled.Forward(x);
        parts.Add(whole.Expand(x.Shape[0], whole.Shape[1], x.Shape[2], x.Shape[3]));
        return project.Forward(F.Cat(parts, dim: 1));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Aspp(2, 3, [1, 2]), n => [Tensor.Randn(n, 2, 5, 4)]);
}
