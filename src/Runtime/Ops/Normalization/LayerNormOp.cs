using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// The last dims brought to mean 0 and variance 1, then scaled and shifted element by element: <c>(x - mean) / sqrt(variance + eps) · weight + bias</c>.
/// </summary>
[Op("x: *B, dims(normalizedShape); weight: dims(normalizedShape)?; bias: dims(normalizedShape)? -> y: *B, dims(normalizedShape); ~mean: *B; ~rstd: *B")]
public static partial class LayerNormOp
{
    /// <summary>Normalizes the last dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="normalizedShape">The last dims.</param>
    /// <param name="weight">A factor for each of their elements. Default: none.</param>
    /// <param name="bias">What is added to each of them. Default: nothing.</param>
    /// <param name="eps">Added to the variance. Default: 1e-5.</param>
    public static partial Tensor Apply(Tensor x, Tensor? weight, Tensor? bias, Sizes normalizedShape, double eps = 1e-5);

    /// <summary>Computes <c>y</c>, and keeps mean and inverse deviation of each row.</summary>
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, Span<float> mean, Span<float> rstd, double eps = 1e-5)
        => LayerNormForwardJob.Run(x, weight, bias, y, mean, rstd, eps);

    /// <summary>Computes the gradients.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias)
        => LayerNormBackwardJob.Run(x, weight, mean, rstd, dy, dx, dweight, dbias);
}
