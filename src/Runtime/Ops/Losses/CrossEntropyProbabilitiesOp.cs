using NnGen.Kernels;

namespace NnGen;

/// <summary>The cross entropy of unnormalised scores with probabilities of the classes.</summary>
[Op("input: N, C, *D; target: N, C, *D; weight: C? -> y: N, *D; ~max: N, *D; ~sum: N, *D when reduction == 0"
    + " | input: N, C, *D; target: N, C, *D; weight: C? -> y: (); ~max: N, *D; ~sum: N, *D"
    + " | input: C; target: C; weight: C? -> y: (); ~max: (); ~sum: ()")]
public static partial class CrossEntropyProbabilitiesOp
{
    /// <summary>Computes the loss, and keeps what log-softmax found on each line.</summary>
    /// <param name="input">Scores of the classes.</param>
    /// <param name="target">Probabilities of the classes.</param>
    /// <param name="weight">A weight for each class, or absent.</param>
    /// <param name="y">The loss.</param>
    /// <param name="max">The largest score of each line.</param>
    /// <param name="sum">The sum of exponentials relative to it.</param>
    /// <param name="inputShape">Shape of the scores.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <param name="labelSmoothing">Share of the target that is spread over all classes, from 0 to 1. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The smoothing is not between 0 and 1, or the reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        Span<float> y,
        Span<float> max,
        Span<float> sum,
        Shape inputShape,
        Reduction reduction = Reduction.Mean,
        double labelSmoothing = 0)
    {
        LossReduction.Validate(reduction);
        ClassTargets.ValidateSmoothing(labelSmoothing);
        var axis = Axis.OfClasses(inputShape);
        SumExpJob.Run(input, axis, max, sum);
        using var scratch = Scratch.Rent(max.Length);
        var losses = scratch.Span(max.Length);
        for (var line = 0; line < losses.Length; line++)
        {
            var logSumExp = max[line] + Math.Log(sum[line]);
            var start = axis.Start(line);
            var loss = 0.0;
            for (var c = 0; c < axis.Size; c++)
            {
                var at = start + (c * axis.Inner);
                loss += Share(target[at], weight, c, axis.Size, labelSmoothing) * (logSumExp - input[at]);
            }

            losses[line] = (float)loss;
        }

        LossReduction.Forward(losses, y, reduction, losses.Length);
    }

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> max,
        ReadOnlySpan<float> sum,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Shape inputShape,
        Reduction reduction,
        double labelSmoothing)
    {
        var axis = Axis.OfClasses(inputShape);
        for (var line = 0; line < max.Length && dtarget.IsWanted; line++)
        {
            var gradient = LossReduction.Gradient(dy, line, reduction, max.Length) * (1 - labelSmoothing);
            BackwardTarget(input, weight, axis, line, max[line] + Math.Log(sum[line]), gradient, dtarget);
        }

        if (dinput.IsWanted)
            BackwardInput(input, target, weight, max, sum, dy, dinput, axis, reduction, labelSmoothing);
    }

    private static void BackwardInput(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> max,
        ReadOnlySpan<float> sum,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Axis axis,
        Reduction reduction,
        double labelSmoothing)
    {
        using var scratch = Scratch.Rent(max.Length);
        var scale = scratch.Span(max.Length);
        for (var line = 0; line < scale.Length; line++)
        {
            var shares = 0.0;
            for (var c = 0; c < axis.Size; c++)
                shares += Share(target[axis.Start(line) + (c * axis.Inner)], weight, c, axis.Size, labelSmoothing);
            scale[line] = (float)(shares * LossReduction.Gradient(dy, line, reduction, max.Length));
        }

        SoftmaxLines.Gradient(input, axis, max, sum, scale, dinput);
        for (var line = 0; line < scale.Length; line++)
        {
            var gradient = LossReduction.Gradient(dy, line, reduction, max.Length);
            for (var c = 0; c < axis.Size; c++)
            {
                var at = axis.Start(line) + (c * axis.Inner);
                dinput.Span[at] -= (float)(gradient * Share(target[at], weight, c, axis.Size, labelSmoothing));
            }
        }
    }

    private static void BackwardTarget(
        ReadOnlySpan<float> input, ReadOnlySpan<float> weight, Axis axis, int line, double logSumExp, double gradient, Gradient dtarget)
    {
        for (var c = 0; c < axis.Size; c++)
        {
            var at = axis.Start(line) + (c * axis.Inner);
            var value = (float)(gradient * (weight.IsAbsent() ? 1 : weight[c]) * (logSumExp - input[at]));
            dtarget.Span[at] = dtarget.Accumulate ? dtarget.Span[at] + value : value;
        }
    }

    /// <summary>What a class counts: its probability after smoothing, times its weight.</summary>
    private static double Share(float probability, ReadOnlySpan<float> weight, int index, int classes, double labelSmoothing)
        => ((probability * (1 - labelSmoothing)) + (labelSmoothing / classes)) * (weight.IsAbsent() ? 1 : weight[index]);
}
