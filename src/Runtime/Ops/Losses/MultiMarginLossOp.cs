using NnGen.Kernels;

namespace NnGen;

/// <summary>How much the score of a sample's class fails to exceed those of all others by a margin.</summary>
[Op("input: N, C; target: long[N]; weight: C? -> y: N when reduction == 0 | input: N, C; target: long[N]; weight: C? -> y: ()"
    + " | input: C; target: long[]; weight: C? -> y: () | input: C; target: long[1]; weight: C? -> y: 1 when reduction == 0"
    + " | input: C; target: long[1]; weight: C? -> y: ()")]
public static partial class MultiMarginLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">Scores of the classes.</param>
    /// <param name="target">The class of each sample.</param>
    /// <param name="weight">A weight for each class, or absent.</param>
    /// <param name="y">The loss.</param>
    /// <param name="c">Number of classes.</param>
    /// <param name="p">Exponent of each shortfall: 1 or 2. Default: 1.</param>
    /// <param name="margin">The margin. Default: 1.</param>
    /// <param name="reduction">What is made of the samples' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, the exponent is neither 1 nor 2, or the reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<long> target,
        ReadOnlySpan<float> weight,
        Span<float> y,
        int c,
        int p = 1,
        double margin = 1,
        Reduction reduction = Reduction.Mean)
    {
        LossReduction.Validate(reduction);
        if (p is not (1 or 2))
            throw new ArgumentOutOfRangeException(nameof(p), p, "only p == 1 and p == 2 supported");
        foreach (var label in target)
        {
            if (label < 0 || label >= c)
                throw new ArgumentOutOfRangeException(nameof(target), $"target out of range: {label}, and there are {c} classes, 0 to {c - 1}.");
        }

        using var scratch = Scratch.Rent(target.Length);
        var losses = scratch.Span(target.Length);
        for (var sample = 0; sample < losses.Length; sample++)
            losses[sample] = (float)Loss(input.Slice(sample * c, c), (int)target[sample], weight, p, margin, default, 0);
        LossReduction.Forward(losses, y, reduction, losses.Length);
    }

    /// <summary>Computes the gradient of <c>input</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<long> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        int c,
        int p,
        double margin,
        Reduction reduction)
    {
        if (!dinput.IsWanted)
            return;
        dinput.Begin();
        for (var sample = 0; sample < target.Length; sample++)
        {
            var gradient = LossReduction.Gradient(dy, sample, reduction, target.Length);
            Loss(input.Slice(sample * c, c), (int)target[sample], weight, p, margin, dinput.Row(sample, c), gradient);
        }
    }

    /// <summary>The loss of one sample, whose gradient is added where it is wanted.</summary>
    private static double Loss(
        ReadOnlySpan<float> scores, int label, ReadOnlySpan<float> weight, int p, double margin, Span<float> dscores, float gradient)
    {
        var factor = (weight.IsAbsent() ? 1.0 : weight[label]) / scores.Length;
        var sum = 0.0;
        for (var other = 0; other < scores.Length; other++)
        {
            var excess = margin - scores[label] + scores[other];
            if (other == label || !(excess > 0))
                continue;
            sum += p == 1 ? excess : excess * excess;
            if (dscores.IsEmpty)
                continue;
            var slope = (float)(gradient * factor * (p == 1 ? 1 : 2 * excess));
            dscores[label] -= slope;
            dscores[other] += slope;
        }

        return factor * sum;
    }
}
