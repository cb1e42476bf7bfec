using NnGen.Kernels;

namespace NnGen;

/// <summary>The last dims divided by their root mean square, then scaled element by element: <c>x / sqrt(mean(x²) + eps) · weight</c>.</summary>
[Op("x: *B, dims(normalizedShape); weight: dims(normalizedShape)? -> y: *B, dims(normalizedShape); ~rstd: *B")]
public static partial class RmsNormOp
{
    /// <summary>Normalizes the last dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="weight">A factor for each of their elements. Default: none.</param>
    /// <param name="normalizedShape">The last dims.</param>
    /// <param name="eps">Added to the mean square. Default: the distance of 1 and the next float, 1.1920929e-7.</param>
    public static partial Tensor Apply(Tensor x, Tensor? weight, Sizes normalizedShape, double? eps = null);

    /// <summary>Computes <c>y</c>, and keeps the inverse root mean square of each row.</summary>
    public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, Span<float> y, Span<float> rstd, double? eps = null)
        => LayerNormForwardJob.Run(x, weight, default, y, default, rstd, eps ?? MathF.BitIncrement(1) - 1);

    /// <summary>Computes the gradients.</summary>
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> rstd, ReadOnlySpan<float> dy, Gradient dx, Gradient dweight)
        => LayerNormBackwardJob.Run(x, weight, default, rstd, dy, dx, dweight, Gradient.Unwanted);
}
