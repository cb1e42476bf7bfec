using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// The mean of the elements under as many windows as the result is large, which together cover the input. Without a batch where
/// that dim is missing.
/// </summary>
[Op("x: N, C, D, H, W -> y: N, C, outputSize[0] ?? D, outputSize[1] ?? H, outputSize[2] ?? W"
    + " | x: C, D, H, W -> y: C, outputSize[0] ?? D, outputSize[1] ?? H, outputSize[2] ?? W")]
public static partial class AdaptiveAvgPool3dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The means.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, OutputSize3D outputSize)
        => new AveragePooling(Pooling.Adaptive(3, xShape, yShape)).Forward(x, y);

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => new AveragePooling(Pooling.Adaptive(3, xShape, yShape)).Backward(dy, dx);
}
