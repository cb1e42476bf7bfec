using NnGen.Kernels;

namespace NnGen;

/// <summary>Each group of channels of each sample less its mean, divided by its standard deviation.</summary>
[Op("x: N, numGroups*C, *D; weight: numGroups*C?; bias: numGroups*C? -> y: N, numGroups*C, *D; ~mean: N, numGroups; ~rstd: N, numGroups")]
public static partial class GroupNormOp
{
    /// <summary>Computes <c>y</c>, and keeps mean and inverse deviation of each group.</summary>
    /// <exception cref="ArgumentException">There is one value a group only.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> y,
        Span<float> mean,
        Span<float> rstd,
        Shape xShape,
        int numGroups,
        double eps = 1e-5)
    {
        var sets = new NormSets(Channels.Of(xShape), numGroups);
        if (x.Length > 0 && xShape[0] * (xShape[1] / numGroups) * sets.Channels.Plane == 1)
            throw new ArgumentException($"Expected more than 1 value per channel when training, got input size {xShape}");
        using var scratch = Scratch.Rent(sets.Count);
        NormForwardJob.Run(x, sets, weight, bias, eps, mean, scratch.Span(sets.Count), rstd, y);
    }

    /// <summary>Computes the gradients.</summary>
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
        int numGroups)
        => NormBackwardJob.Run(x, new NormSets(Channels.Of(xShape), numGroups), weight, mean, rstd, usesOwnStatistics: true, dy, dx, dweight, dbias);
}
