using NnGen.Kernels;

namespace NnGen;

/// <summary>The variance and the mean over dims.</summary>
[Op("x: *S -> variance: reduce(*S, dim, keepDim); mean: reduce(*S, dim, keepDim)")]
public static partial class VarMeanOp
{
    /// <summary>Computes the variance and the mean over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    /// <param name="correction">What the number of elements is lessened by. Default: 1, the unbiased estimate.</param>
    public static partial (Tensor Variance, Tensor Mean) Apply(Tensor x, int[]? dim = null, bool keepDim = false, int correction = 1);

    /// <summary>Computes both.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> variance, Span<float> mean, Shape xShape, int[]? dim, int correction)
        => Variance.Forward(x, xShape, dim, correction, mean, variance);

    /// <summary>Computes the gradient of <c>x</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> mean, ReadOnlySpan<float> dvariance, ReadOnlySpan<float> dmean, Gradient dx, Shape xShape, int[]? dim, int correction)
    {
        if (!dx.IsWanted)
            return;
        if (!dvariance.IsAbsent())
            VarOp.Backward(x, mean, dvariance, dx, xShape, dim, correction);
        if (!dmean.IsAbsent())
            MeanOp.Backward(dmean, dvariance.IsAbsent() ? dx : dx.Next, xShape, dim);
    }
}
