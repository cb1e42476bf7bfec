using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Connectionist temporal classification: minus the log-probability of label sequences, summed over all their alignments with
/// longer sequences of log-probabilities. Targets are a row for each sample, or one after the other.
/// </summary>
[Op("logProbs: T, N, C; targets: long[N, S]; inputLengths: long[N]; targetLengths: long[N] -> y: N when reduction == 0"
    + " | logProbs: T, N, C; targets: long[N, S]; inputLengths: long[N]; targetLengths: long[N] -> y: ()"
    + " | logProbs: T, N, C; targets: long[S]; inputLengths: long[N]; targetLengths: long[N] -> y: N when reduction == 0"
    + " | logProbs: T, N, C; targets: long[S]; inputLengths: long[N]; targetLengths: long[N] -> y: ()"
    + " | logProbs: T, C; targets: long[S]; inputLengths: long[]; targetLengths: long[] -> y: ()"
    + " | logProbs: T, C; targets: long[S]; inputLengths: long[1]; targetLengths: long[1] -> y: ()")]
public static partial class CtcLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logProbs">Log-probabilities of the classes at each step.</param>
    /// <param name="targets">The labels.</param>
    /// <param name="inputLengths">How many steps of each sample count.</param>
    /// <param name="targetLengths">How many labels each sample has.</param>
    /// <param name="y">The loss.</param>
    /// <param name="t">Number of steps.</param>
    /// <param name="c">Number of classes.</param>
    /// <param name="targetsShape">Shape of the targets.</param>
    /// <param name="blank">The class that stands between labels. Default: 0.</param>
    /// <param name="reduction">What is made of the losses. Default: the mean of each divided by its number of labels.</param>
    /// <param name="zeroInfinity">Whether the loss of a sample that has no alignment is 0 instead of infinite. Default: no.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length, a label or the blank is out of range, or the reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> logProbs,
        ReadOnlySpan<long> targets,
        ReadOnlySpan<long> inputLengths,
        ReadOnlySpan<long> targetLengths,
        Span<float> y,
        int t,
        int c,
        Shape targetsShape,
        int blank = 0,
        Reduction reduction = Reduction.Mean,
        bool zeroInfinity = false)
    {
        LossReduction.Validate(reduction);
        var batch = new CtcBatch(logProbs, targets, inputLengths, targetLengths, t, c, targetsShape.Rank == 2, blank);
        batch.Validate();
        using var scratch = Scratch.Rent(batch.Count);
        var losses = scratch.Span(batch.Count);
        using var work = Scratch.Rent(batch.ScratchLength);
        for (var sample = 0; sample < losses.Length; sample++)
        {
            var loss = batch.Loss(sample, work);
            losses[sample] = (float)((zeroInfinity && double.IsPositiveInfinity(loss) ? 0 : loss) / batch.Divisor(sample, reduction));
        }

        LossReduction.Forward(losses, y, reduction, losses.Length);
    }

    /// <summary>
    /// Computes the gradient of <c>logProbs</c>, as PyTorch does: that of the scores behind the log-softmax that they come from.
    /// </summary>
    public static void Backward(
        ReadOnlySpan<float> logProbs,
        ReadOnlySpan<long> targets,
        ReadOnlySpan<long> inputLengths,
        ReadOnlySpan<long> targetLengths,
        ReadOnlySpan<float> dy,
        Gradient dlogProbs,
        int t,
        int c,
        Shape targetsShape,
        int blank,
        Reduction reduction,
        bool zeroInfinity)
    {
        if (!dlogProbs.IsWanted)
            return;
        dlogProbs.Begin();
        var batch = new CtcBatch(logProbs, targets, inputLengths, targetLengths, t, c, targetsShape.Rank == 2, blank);
        using var work = Scratch.Rent(batch.ScratchLength);
        for (var sample = 0; sample < batch.Count; sample++)
        {
            var gradient = LossReduction.Gradient(dy, sample, reduction, batch.Count) / batch.Divisor(sample, reduction);
            batch.AddGradient(sample, work, gradient, zeroInfinity, dlogProbs.Span);
        }
    }
}
