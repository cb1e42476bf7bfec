using NnGen;
using System.Collections.Generic;

namespace Programs.Sequences.Rwkv;

/// <summary>Attention without a quadratic term: weighted means that decay over time (Peng et al. 2023).</summary>
[Module]
public partial class TimeMix(int width)
{
    private readonly Parameter decay = new(Tensor.Linspace(-1, 0.5f, width));
    private readonly Parameter bonus = new(Tensor.Full([width], 0.3f));
    private readonly Parameter mixK = new(Tensor.Full([width], 0.5f));
    private readonly Parameter mixV = new(Tensor.Full([width], 0.4f));
    private readonly Parameter mixR = new(Tensor.Full([width], 0.6f));
    private readonly Linear key = new(width, width, bias: false);
    private readonly Linear value = new(width, width, bias: false);
    private readonly Linear receptance = new(width, width, bias: false);
    private readonly Linear output = new(width, width, bias: false);

    public Tensor Forward([Shape("N, T, width")] Tensor x)
    {
        var last = F.Pad(x, (0, 0, 1, -1));
        var k = key.Forward(Mix(x, last, mixK));
        var v = value.Forward(Mix(x, last, mixV));
        var r = receptance.Forward(Mix(x, last, mixR)).Sigmoid();
        return output.Forward(r * Wkv(k, v));
    }

    private static Tensor Mix(Tensor x, Tensor last, Tensor mix) => x * mix + last * (1 - mix);

    private Tensor Wkv(Tensor k, Tensor v)
    {
        var w = -decay.Exp();
        Tensor numerator = Tensor.ZerosLike(k[.., 0]), denominator = Tensor.ZerosLike(k[.., 0]);
        var rows = new List<Tensor>(k.Shape[1]);
        for (int t = 0; t < k.Shape[1]; ++t)
        {
            var (kt, vt) = (k[.., t], v[.., t]);
            var e = (bonus + kt).Exp();
            rows.Add((numerator + e * vt) / (denominator + e));
            numerator = w.Exp() * numerator + kt.Exp() * vt;
            denominator = w.Exp() * denominator + kt.Exp();
        }

        return F.Stack(rows, dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TimeMix(4), n => [Tensor.Randn(n, 5, 4)]);
}
