using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Each channel of each sample less its mean, divided by its standard deviation: its own, which may move running statistics, or the
/// running ones. Without a batch where that dim is missing and the number of dims is given.
/// </summary>
[Op("x: N, C, *D; weight: C?; bias: C?; !runningMean: C?; !runningVar: C? -> y: N, C, *D; ~mean: N, C; ~rstd: N, C when dims == 0"
    + " | x: N, C, L; weight: C?; bias: C?; !runningMean: C?; !runningVar: C? -> y: N, C, L; ~mean: N, C; ~rstd: N, C when dims == 1"
    + " | x: C, L; weight: C?; bias: C?; !runningMean: C?; !runningVar: C? -> y: C, L; ~mean: C; ~rstd: C when dims == 1"
    + " | x: N, C, H, W; weight: C?; bias: C?; !runningMean: C?; !runningVar: C? -> y: N, C, H, W; ~mean: N, C; ~rstd: N, C when dims == 2"
    + " | x: C, H, W; weight: C?; bias: C?; !runningMean: C?; !runningVar: C? -> y: C, H, W; ~mean: C; ~rstd: C when dims == 2"
    + " | x: N, C, Z, H, W; weight: C?; bias: C?; !runningMean: C?; !runningVar: C? -> y: N, C, Z, H, W; ~mean: N, C; ~rstd: N, C when dims == 3"
    + " | x: C, Z, H, W; weight: C?; bias: C?; !runningMean: C?; !runningVar: C? -> y: C, Z, H, W; ~mean: C; ~rstd: C when dims == 3")]
public static partial class InstanceNormOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="weight">A factor for each channel, or absent.</param>
    /// <param name="bias">Added to each channel, or absent.</param>
    /// <param name="runningMean">The running means, or absent; written where own statistics are used.</param>
    /// <param name="runningVar">The running variances, or absent; written where own statistics are used.</param>
    /// <param name="y">The result.</param>
    /// <param name="mean">The mean that was used, of each channel of each sample.</param>
    /// <param name="rstd">The reciprocal of the standard deviation that was used.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="useInputStats">Whether own statistics are used. Default: true.</param>
    /// <param name="momentum">Share of this batch in the running statistics. Default: 0.1.</param>
    /// <param name="eps">Added to the variance. Default: 1e-5.</param>
    /// <param name="dims">How many dims follow the channels; 0, the default: any, and there is a batch.</param>
    /// <exception cref="ArgumentException">A channel has one value only, or there are no running statistics where they are to be used.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> runningMean,
        Span<float> runningVar,
        Span<float> y,
        Span<float> mean,
        Span<float> rstd,
        Shape xShape,
        bool useInputStats = true,
        double momentum = 0.1,
        double eps = 1e-5,
        int dims = 0)
    {
        var sets = Of(xShape, dims);
        if (!useInputStats)
        {
            RunningStatistics.Use(runningMean, runningVar, eps, mean, rstd);
            NormForwardJob.Run(x, sets, weight, bias, eps, mean, default, rstd, y);
            return;
        }

        if (sets.Size == 1)
            throw new ArgumentException($"Expected more than 1 spatial element when training, got input size {xShape}");
        using var scratch = Scratch.Rent(sets.Count);
        var variance = scratch.Span(sets.Count);
        NormForwardJob.Run(x, sets, weight, bias, eps, mean, variance, rstd, y);
        if (sets.Count == 0)
            return;
        RunningStatistics.Move(runningMean, mean, momentum);
        RunningStatistics.Move(runningVar, variance, momentum, sets.Size / (sets.Size - 1.0));
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
        bool useInputStats,
        int dims)
        => NormBackwardJob.Run(x, Of(xShape, dims), weight, mean, rstd, usesOwnStatistics: useInputStats, dy, dx, dweight, dbias);

    private static NormSets Of(Shape shape, int dims)
    {
        var hasBatch = dims == 0 || shape.Rank == dims + 2;
        var channels = hasBatch ? Channels.Of(shape) : new Channels(1, shape[0], Pooling.Trailing(dims, shape));
        return new NormSets(channels, channels.Count);
    }
}
