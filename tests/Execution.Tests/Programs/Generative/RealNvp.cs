using NnGen;
using System;
using System.Linq;

namespace Programs.Generative.RealNvp;

// A normalizing flow: coupling layers with alternating masks, the density of what comes out.
[Module]
public partial class MaskedCoupling
{
    private readonly Sequential scale;
    private readonly Sequential shift;

    [Buffer]
    private readonly Tensor mask;

    public MaskedCoupling(int dim, int hidden, bool isOdd)
    {
        scale = new(new Linear(dim, hidden), new LeakyReLU(), new Linear(hidden, dim), new Tanh());
        shift = new(new Linear(dim, hidden), new LeakyReLU(), new Linear(hidden, dim));
        mask = Tensor.From([.. Enumerable.Range(0, dim).Select(i => i % 2f)]);
        if (isOdd)
            mask = 1 - mask;
    }

    public (Tensor Y, Tensor LogDeterminant) Forward(Tensor x)
    {
        var kept = x * mask;
        var s = scale.Forward(kept) * (1 - mask);
        var t = shift.Forward(kept) * (1 - mask);
        return (kept + (1 - mask) * (x * s.Exp() + t), s.Sum(1));
    }
}

[Module]
public partial class RealNvp(int dim, int layers)
{
    private readonly ModuleList<MaskedCoupling> couplings = new(layers, i => new MaskedCoupling(dim, 6, i % 2 == 1));

    public Tensor Forward([Shape("N, dim")] Tensor x)
    {
        var logDeterminant = Tensor.Zeros(x.Shape[0]);
        foreach (var coupling in couplings)
        {
            (x, var change) = coupling.Forward(x);
            logDeterminant = logDeterminant + change;
        }

        var prior = -0.5 * (x * x).Sum(1) - 0.5 * dim * Math.Log(2 * Math.PI);
        return prior + logDeterminant;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new RealNvp(4, 3), n => [Tensor.Randn(n, 4)]);
}
