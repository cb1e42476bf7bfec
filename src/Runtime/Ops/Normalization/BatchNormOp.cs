using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Each channel less its mean, divided by its standard deviation, over samples and places: of this batch in training, which then
/// moves the running statistics, and the running ones in evaluation.
/// </summary>
[Op("x: N, C, *D; weight: C?; bias: C?; !runningMean: C?; !runningVar: C?; !numBatchesTracked: long[]?"
    + " -> y: N, C, *D; ~mean: C; ~rstd: C")]
[FoldsInto(typeof(Conv1dOp))]
[FoldsInto(typeof(Conv2dOp))]
[FoldsInto(typeof(Conv3dOp))]
[Epilogue(typeof(ReluOp), nameof(ForwardRelu), nameof(BackwardRelu))]
public static partial class BatchNormOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="weight">A factor for each channel, or absent.</param>
    /// <param name="bias">Added to each channel, or absent.</param>
    /// <param name="runningMean">The running means, or absent; written in training.</param>
    /// <param name="runningVar">The running variances, or absent; written in training.</param>
    /// <param name="numBatchesTracked">How many batches were counted, or absent; written in training.</param>
    /// <param name="y">The result.</param>
    /// <param name="mean">The mean of each channel that was used.</param>
    /// <param name="rstd">The reciprocal of the standard deviation that was used.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="training">Whether the batch's own statistics are used. Default: true.</param>
    /// <param name="momentum">Share of this batch in the running statistics; null: all batches count alike. Default: 0.1.</param>
    /// <param name="eps">Added to the variance. Default: 1e-5.</param>
    /// <exception cref="ArgumentException">There is one value a channel only in training, or there are no running statistics otherwise.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> runningMean,
        Span<float> runningVar,
        Span<long> numBatchesTracked,
        Span<float> y,
        Span<float> mean,
        Span<float> rstd,
        Shape xShape,
        bool training = true,
        double? momentum = 0.1,
        double eps = 1e-5)
        => Run(x, weight, bias, runningMean, runningVar, numBatchesTracked, y, mean, rstd, xShape, training, momentum, eps, relu: false);

    /// <summary>Computes <c>max(y, 0)</c>.</summary>
    /// <exception cref="ArgumentException">There is one value a channel only in training, or there are no running statistics otherwise.</exception>
    public static void ForwardRelu(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> runningMean,
        Span<float> runningVar,
        Span<long> numBatchesTracked,
        Span<float> y,
        Span<float> mean,
        Span<float> rstd,
        Shape xShape,
        bool training = true,
        double? momentum = 0.1,
        double eps = 1e-5)
        => Run(x, weight, bias, runningMean, runningVar, numBatchesTracked, y, mean, rstd, xShape, training, momentum, eps, relu: true);

    /// <summary>Computes the gradients of <c>x</c>, <c>weight</c> and <c>bias</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        Shape xShape,
        bool training)
        => NormBackwardJob.Run(x, new NormSets(Channels.Of(xShape), Groups: 0), weight, mean, rstd, usesOwnStatistics: training, dy, dx, dweight, dbias);

    /// <summary>Computes the gradients after <see cref="ForwardRelu"/>, whose result <paramref name="y"/> is.</summary>
    public static void BackwardRelu(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        Shape xShape,
        bool training)
        => NormBackwardJob.Run(x, new NormSets(Channels.Of(xShape), Groups: 0), weight, mean, rstd, usesOwnStatistics: training, dy, dx, dweight, dbias, relu: y);

    private static void Run(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> runningMean,
        Span<float> runningVar,
        Span<long> numBatchesTracked,
        Span<float> y,
        Span<float> mean,
        Span<float> rstd,
        Shape xShape,
        bool training,
        double? momentum,
        double eps,
        bool relu)
    {
        var sets = new NormSets(Channels.Of(xShape), Groups: 0);
        if (!training)
        {
            RunningStatistics.Use(runningMean, runningVar, eps, mean, rstd);
            NormForwardJob.Run(x, sets, weight, bias, eps, mean, default, rstd, y, relu);
            return;
        }

        if (sets.Size == 1)
            throw new ArgumentException($"Expected more than 1 value per channel when training, got input size {xShape}");
        using var scratch = Scratch.Rent(sets.Count);
        var variance = scratch.Span(sets.Count);
        NormForwardJob.Run(x, sets, weight, bias, eps, mean, variance, rstd, y, relu);
        if (!numBatchesTracked.IsEmpty)
            numBatchesTracked[0]++;
        if (sets.Size == 0)
            return;
        var share = momentum ?? (numBatchesTracked.IsEmpty ? 0 : 1.0 / numBatchesTracked[0]);
        RunningStatistics.Move(runningMean, mean, share);
        RunningStatistics.Move(runningVar, variance, share, sets.Size / (sets.Size - 1.0));
    }
}
