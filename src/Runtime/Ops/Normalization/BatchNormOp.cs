using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Each channel less its mean, divided by its standard deviation, over samples and places: of this batch in training, which then
/// moves the running statistics, and the running ones in evaluation.
/// </summary>
[Op("x: N, C, *D; weight: C?; bias: C?; !runningMean: C?; !runningVar: C?; !numBatchesTracked: long[]?"
    + " -> y: N, C, *D; ~mean: C; ~rstd: C")]
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
    {
        var channels = Channels.Of(xShape);
        if (training)
        {
            if (channels.PerChannel <= 1)
                throw new ArgumentException($"Expected more than 1 value per channel when training, got input size {xShape}");
            using var scratch = Scratch.Rent(channels.Count);
            var variance = scratch.Span(channels.Count);
            ChannelNorm.Statistics(x, channels, mean, variance);
            Move(runningMean, runningVar, numBatchesTracked, mean, variance, momentum, channels.PerChannel);
            Reciprocal(variance, eps, rstd);
        }
        else
        {
            if (runningMean.IsEmpty || runningVar.IsEmpty)
                throw new ArgumentException("Expected running_mean and running_var to be defined when training=False");
            runningMean.CopyTo(mean);
            Reciprocal(runningVar, eps, rstd);
        }

        ChannelNorm.Normalize(x, channels, mean, rstd, weight, bias, y);
    }

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
    {
        var channels = Channels.Of(xShape);
        using var scratch = Scratch.Rent(2 * channels.Count);
        var sums = scratch.Span(2 * channels.Count);
        var total = sums[..channels.Count];
        var projected = sums[channels.Count..];
        ChannelNorm.Sums(x, dy, channels, mean, rstd, total, projected);
        dbias.Write(total);
        dweight.Write(projected);
        if (!dx.IsWanted)
            return;
        for (var channel = 0; channel < channels.Count; channel++)
        {
            total[channel] = training ? total[channel] / channels.PerChannel : 0;
            projected[channel] = training ? projected[channel] / channels.PerChannel * rstd[channel] : 0;
        }

        ChannelNorm.Gradient(x, dy, channels, mean, rstd, weight, total, projected, dx);
    }

    private static void Reciprocal(ReadOnlySpan<float> variance, double eps, Span<float> rstd)
    {
        for (var channel = 0; channel < rstd.Length; channel++)
            rstd[channel] = (float)(1 / Math.Sqrt(variance[channel] + eps));
    }

    private static void Move(
        Span<float> runningMean,
        Span<float> runningVar,
        Span<long> numBatchesTracked,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> variance,
        double? momentum,
        int count)
    {
        if (!numBatchesTracked.IsEmpty)
            numBatchesTracked[0]++;
        if (runningMean.IsEmpty)
            return;
        var share = momentum ?? (numBatchesTracked.IsEmpty ? 0 : 1.0 / numBatchesTracked[0]);
        for (var channel = 0; channel < mean.Length; channel++)
        {
            runningMean[channel] = (float)(((1 - share) * runningMean[channel]) + (share * mean[channel]));
            runningVar[channel] = (float)(((1 - share) * runningVar[channel]) + (share * variance[channel] * count / (count - 1)));
        }
    }
}
