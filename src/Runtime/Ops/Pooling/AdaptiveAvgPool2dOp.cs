using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// The mean of the elements under as many windows as the result is large, which together cover the input. Without a batch where
/// that dim is missing.
/// </summary>
[Op("x: N, C, H, W -> y: N, C, outputSize[0], outputSize[1] when outputSize[0] >= 0 && outputSize[1] >= 0"
    + " | x: N, C, H, W -> y: N, C, outputSize[0], W when outputSize[0] >= 0 && outputSize[1] < 0"
    + " | x: N, C, H, W -> y: N, C, H, outputSize[1] when outputSize[0] < 0 && outputSize[1] >= 0"
    + " | x: N, C, H, W -> y: N, C, H, W when outputSize[0] < 0 && outputSize[1] < 0"
    + " | x: C, H, W -> y: C, outputSize[0], outputSize[1] when outputSize[0] >= 0 && outputSize[1] >= 0"
    + " | x: C, H, W -> y: C, outputSize[0], W when outputSize[0] >= 0 && outputSize[1] < 0"
    + " | x: C, H, W -> y: C, H, outputSize[1] when outputSize[0] < 0 && outputSize[1] >= 0"
    + " | x: C, H, W -> y: C, H, W when outputSize[0] < 0 && outputSize[1] < 0")]
public static partial class AdaptiveAvgPool2dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The means.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, OutputSize2D outputSize)
        => AveragePooling.Adaptive(xShape, yShape).Forward(x, y);

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => AveragePooling.Adaptive(xShape, yShape).Backward(dy, dx);
}
