using NnGen.Kernels;

namespace NnGen;

/// <summary>The negative log-likelihood: minus the log-probability of the target, times its weight.</summary>
[Op("input: N, C, *D; target: long[N, *D]; weight: C? -> y: N, *D; ~total: () when reduction == 0"
    + " | input: N, C, *D; target: long[N, *D]; weight: C? -> y: (); ~total: ()"
    + " | input: C; target: long[]; weight: C? -> y: (); ~total: ()")]
public static partial class NllLossOp
{
    /// <summary>Computes the loss, and keeps the sum of the targets' weights.</summary>
    /// <param name="input">Log-probabilities of the classes.</param>
    /// <param name="target">A class for each line.</param>
    /// <param name="weight">A weight for each class, or absent.</param>
    /// <param name="y">The loss.</param>
    /// <param name="total">The sum of the weights of the targets.</param>
    /// <param name="inputShape">Shape of the log-probabilities.</param>
    /// <param name="ignoreIndex">A target that does not count. Default: -100.</param>
    /// <param name="reduction">What is made of the losses. Default: their weighted mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, or the reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<long> target,
        ReadOnlySpan<float> weight,
        Span<float> y,
        Span<float> total,
        Shape inputShape,
        long ignoreIndex = -100,
        Reduction reduction = Reduction.Mean)
    {
        LossReduction.Validate(reduction);
        var targets = new ClassTargets(target, weight, ignoreIndex, Axis.OfClasses(inputShape));
        targets.Validate();
        total[0] = targets.TotalWeight();
        using var scratch = Scratch.Rent(target.Length);
        var losses = scratch.Span(target.Length);
        for (var line = 0; line < losses.Length; line++)
            losses[line] = targets.Counts(line) ? -targets.Weight(line) * input[targets.Element(line)] : 0;
        LossReduction.Forward(losses, y, reduction, total[0]);
    }

    /// <summary>Computes the gradient of <c>input</c>.</summary>
    public static void Backward(
        ReadOnlySpan<long> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> total,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Shape inputShape,
        long ignoreIndex,
        Reduction reduction)
    {
        if (!dinput.IsWanted)
            return;
        if (!dinput.Accumulate)
            dinput.Span.Clear();
        var targets = new ClassTargets(target, weight, ignoreIndex, Axis.OfClasses(inputShape));
        for (var line = 0; line < target.Length; line++)
        {
            if (targets.Counts(line))
                dinput.Span[targets.Element(line)] -= LossReduction.Gradient(dy, line, reduction, total[0]) * targets.Weight(line);
        }
    }
}
