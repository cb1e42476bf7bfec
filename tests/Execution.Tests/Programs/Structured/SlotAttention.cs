using NnGen;
using System;

namespace Programs.Structured.SlotAttention;

/// <summary>Slots compete for parts of the input over some rounds (Locatello et al. 2020); they start from noise.</summary>
[Module]
public partial class SlotAttention(int slots, int width, int rounds = 3)
{
    private readonly LayerNorm normInput = new(width);
    private readonly LayerNorm normSlots = new(width);
    private readonly LayerNorm normMlp = new(width);
    private readonly Linear toQ = new(width, width);
    private readonly Linear toK = new(width, width);
    private readonly Linear toV = new(width, width);
    private readonly GRUCell gru = new(width, width);
    private readonly Sequential mlp = new(new Linear(width, width * 2), new ReLU(), new Linear(width * 2, width));
    private readonly Parameter mu = new(Tensor.Randn(1, 1, width));
    private readonly Parameter logSigma = new(Tensor.Zeros(1, 1, width));

    public Tensor Forward([Shape("N, L, width")] Tensor inputs)
    {
        var n = inputs.Shape[0];
        var current = mu + logSigma.Exp() * Tensor.Randn(n, slots, width);
        inputs = normInput.Forward(inputs);
        var (k, v) = (toK.Forward(inputs), toV.Forward(inputs));
        for (var i = 0; i < rounds; i++)
        {
            var previous = current;
            var q = toQ.Forward(normSlots.Forward(current));
            var dots = F.Einsum("bid,bjd->bij", q, k) * MathF.Pow(width, -0.5f);
            var attention = F.Softmax(dots, dim: 1) + 1e-8f;
            attention /= attention.Sum(-1, keepDim: true);
            var updates = F.Einsum("bjd,bij->bid", v, attention);
            current = gru.Forward(updates.Reshape(-1, width), previous.Reshape(-1, width)).Reshape(n, -1, width);
            current += mlp.Forward(normMlp.Forward(current));
        }

        return current;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SlotAttention(3, 4), n => [Tensor.Randn(n, 6, 4)]) { Tolerance = 2e-2 };
}
