using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// The cross entropy of unnormalised scores with class indices: the negative log-softmax at the target, mixed with that of all
/// classes where labels are smoothed.
/// </summary>
[Op("input: N, C, *D; target: long[N, *D]; weight: C? -> y: N, *D; ~max: N, *D; ~sum: N, *D; ~total: () when reduction == 0"
    + " | input: N, C, *D; target: long[N, *D]; weight: C? -> y: (); ~max: N, *D; ~sum: N, *D; ~total: ()"
    + " | input: C; target: long[]; weight: C? -> y: (); ~max: (); ~sum: (); ~total: ()")]
public static partial class CrossEntropyOp
{
    /// <summary>Computes the loss, and keeps what log-softmax found on each line and the sum of the targets' weights.</summary>
    /// <param name="input">Scores of the classes.</param>
    /// <param name="target">A class for each line.</param>
    /// <param name="weight">A weight for each class, or absent.</param>
    /// <param name="y">The loss.</param>
    /// <param name="max">The largest score of each line.</param>
    /// <param name="sum">The sum of exponentials relative to it.</param>
    /// <param name="total">The sum of the weights of the targets.</param>
    /// <param name="inputShape">Shape of the scores.</param>
    /// <param name="ignoreIndex">A target that does not count. Default: -100.</param>
    /// <param name="reduction">What is made of the losses. Default: their weighted mean.</param>
    /// <param name="labelSmoothing">Share of the target that is spread over all classes, from 0 to 1. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, the smoothing is not between 0 and 1, or the reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<long> target,
        ReadOnlySpan<float> weight,
        Span<float> y,
        Span<float> max,
        Span<float> sum,
        Span<float> total,
        Shape inputShape,
        long ignoreIndex = -100,
        Reduction reduction = Reduction.Mean,
        double labelSmoothing = 0)
    {
        LossReduction.Validate(reduction);
        ClassTargets.ValidateSmoothing(labelSmoothing);
        var targets = new ClassTargets(target, weight, ignoreIndex, Axis.OfClasses(inputShape));
        targets.Validate();
        SumExpJob.Run(input, targets.Axis, max, sum);
        total[0] = targets.TotalWeight();
        using var scratch = Scratch.Rent(max.Length);
        var losses = scratch.Span(max.Length);
        for (var line = 0; line < losses.Length; line++)
            losses[line] = targets.Counts(line) ? (float)Loss(input, targets, line, max[line] + Math.Log(sum[line]), labelSmoothing) : 0;
        LossReduction.Forward(losses, y, reduction, total[0]);
    }

    /// <summary>Computes the gradient of <c>input</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<long> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> max,
        ReadOnlySpan<float> sum,
        ReadOnlySpan<float> total,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Shape inputShape,
        long ignoreIndex,
        Reduction reduction,
        double labelSmoothing)
    {
        if (!dinput.IsWanted)
            return;
        var targets = new ClassTargets(target, weight, ignoreIndex, Axis.OfClasses(inputShape));
        var spread = labelSmoothing / targets.Axis.Size;
        var spreadWeight = spread * targets.SumOfClassWeights();
        using var scratch = Scratch.Rent(max.Length);
        var scale = scratch.Span(max.Length);
        for (var line = 0; line < scale.Length; line++)
        {
            var gradient = LossReduction.Gradient(dy, line, reduction, total[0]);
            scale[line] = targets.Counts(line) ? (float)(gradient * (((1 - labelSmoothing) * targets.Weight(line)) + spreadWeight)) : 0;
        }

        SoftmaxLines.Gradient(input, targets.Axis, max, sum, scale, dinput);
        for (var line = 0; line < scale.Length; line++)
        {
            if (!targets.Counts(line))
                continue;
            var gradient = LossReduction.Gradient(dy, line, reduction, total[0]);
            dinput.Span[targets.Element(line)] -= (float)(gradient * (1 - labelSmoothing) * targets.Weight(line));
            if (spread > 0)
                SubtractSpread(dinput.Span, targets, line, gradient * spread);
        }
    }

    private static double Loss(ReadOnlySpan<float> input, ClassTargets targets, int line, double logSumExp, double labelSmoothing)
    {
        var loss = (1 - labelSmoothing) * targets.Weight(line) * (logSumExp - input[targets.Element(line)]);
        if (labelSmoothing == 0)
            return loss;
        var axis = targets.Axis;
        var start = axis.Start(line);
        var spread = 0.0;
        for (var c = 0; c < axis.Size; c++)
            spread += targets.ClassWeight(c) * (logSumExp - input[start + (c * axis.Inner)]);
        return loss + (labelSmoothing / axis.Size * spread);
    }

    private static void SubtractSpread(Span<float> dinput, ClassTargets targets, int line, double share)
    {
        var axis = targets.Axis;
        var start = axis.Start(line);
        for (var c = 0; c < axis.Size; c++)
            dinput[start + (c * axis.Inner)] -= (float)(share * targets.ClassWeight(c));
    }
}
