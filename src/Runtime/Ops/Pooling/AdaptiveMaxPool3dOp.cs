using NnGen.Kernels;

namespace NnGen;

/// <summary>The largest element under each of as many windows as the result is large. Which it was is kept for the gradient. Without a batch where that dim is missing.</summary>
[Op("x: N, C, D, H, W -> y: N, C, outputSize[0] ?? D, outputSize[1] ?? H, outputSize[2] ?? W; ~indices: int[N, C, outputSize[0] ?? D, outputSize[1] ?? H, outputSize[2] ?? W]"
    + " | x: C, D, H, W -> y: C, outputSize[0] ?? D, outputSize[1] ?? H, outputSize[2] ?? W; ~indices: int[C, outputSize[0] ?? D, outputSize[1] ?? H, outputSize[2] ?? W]")]
public static partial class AdaptiveMaxPool3dOp
{
    /// <summary>Computes <c>y</c> and <c>indices</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The largest ones.</param>
    /// <param name="indices">Where they stand in their channel: the first of equal ones, or a NaN.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Span<int> indices, Shape xShape, Shape yShape, OutputSize3D outputSize)
        => MaxPooling<int>.Run(x, y, indices, Pooling.Adaptive(3, xShape, yShape));

    /// <summary>Gives each gradient to the element that was found.</summary>
    public static void Backward(ReadOnlySpan<int> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => MaxGradient<int>.Run(3, indices, dy, dx, xShape, yShape);
}
