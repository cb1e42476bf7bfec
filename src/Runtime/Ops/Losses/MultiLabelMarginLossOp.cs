using NnGen.Kernels;

namespace NnGen;

/// <summary>How much scores of a sample's classes fail to exceed those of all others by 1. Targets are classes up to the first -1.</summary>
[Op("input: N, C; target: long[N, C] -> y: N when reduction == 0 | input: N, C; target: long[N, C] -> y: () | input: C; target: long[C] -> y: ()")]
public static partial class MultiLabelMarginLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">Scores of the classes.</param>
    /// <param name="target">The classes of each sample, ended by -1.</param>
    /// <param name="y">The loss.</param>
    /// <param name="c">Number of classes.</param>
    /// <param name="reduction">What is made of the samples' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, or the reduction is unknown.</exception>
    public static void Forward(ReadOnlySpan<float> input, ReadOnlySpan<long> target, Span<float> y, int c, Reduction reduction = Reduction.Mean)
    {
        LossReduction.Validate(reduction);
        foreach (var label in target)
        {
            if (label < -1 || label >= c)
                throw new ArgumentOutOfRangeException(nameof(target), $"target is out of range: {label}, and there are {c} classes, 0 to {c - 1}.");
        }

        var samples = input.Length / c;
        using var scratch = Scratch.Rent(samples);
        var losses = scratch.Span(samples);
        for (var sample = 0; sample < samples; sample++)
            losses[sample] = (float)Loss(input.Slice(sample * c, c), Labels(target.Slice(sample * c, c)), default, 0);
        LossReduction.Forward(losses, y, reduction, samples);
    }

    /// <summary>Computes the gradient of <c>input</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input, ReadOnlySpan<long> target, ReadOnlySpan<float> dy, Gradient dinput, int c, Reduction reduction)
    {
        if (!dinput.IsWanted)
            return;
        dinput.Begin();
        var samples = input.Length / c;
        for (var sample = 0; sample < samples; sample++)
        {
            var gradient = LossReduction.Gradient(dy, sample, reduction, samples) / c;
            Loss(input.Slice(sample * c, c), Labels(target.Slice(sample * c, c)), dinput.Row(sample, c), gradient);
        }
    }

    private static ReadOnlySpan<long> Labels(ReadOnlySpan<long> target) => target.IndexOf(-1) is >= 0 and var end ? target[..end] : target;

    /// <summary>The loss of one sample, whose gradient is added where it is wanted.</summary>
    private static double Loss(ReadOnlySpan<float> scores, ReadOnlySpan<long> labels, Span<float> dscores, float gradient)
    {
        var sum = 0.0;
        foreach (var label in labels)
        {
            for (var other = 0; other < scores.Length; other++)
            {
                var excess = 1.0 - scores[(int)label] + scores[other];
                if (labels.Contains(other) || !(excess > 0))
                    continue;
                sum += excess;
                if (dscores.IsEmpty)
                    continue;
                dscores[(int)label] -= gradient;
                dscores[other] += gradient;
            }
        }

        return sum / scores.Length;
    }
}
