using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// The largest element under windows at random distances. Which it was is kept for the gradient. Without a batch where that dim is
/// missing.
/// </summary>
[Op("x: N, C, H, W; samples: N, C, 2? -> y: N, C, outputSize[0], outputSize[1]; ~indices: int[N, C, outputSize[0], outputSize[1]]"
    + " | x: C, H, W; samples: 1, C, 2? -> y: C, outputSize[0], outputSize[1]; ~indices: int[C, outputSize[0], outputSize[1]]"
    + " | x: N, C, H, W; samples: N, C, 2? -> y: N, C, H*outputRatio[1]//outputRatio[2], W*outputRatio[3]//outputRatio[4]; ~indices: int[N, C, H*outputRatio[1]//outputRatio[2], W*outputRatio[3]//outputRatio[4]]"
    + " | x: C, H, W; samples: 1, C, 2? -> y: C, H*outputRatio[1]//outputRatio[2], W*outputRatio[3]//outputRatio[4]; ~indices: int[C, H*outputRatio[1]//outputRatio[2], W*outputRatio[3]//outputRatio[4]]")]
public static partial class FractionalMaxPool2dOp
{
    /// <summary>Computes <c>y</c> and <c>indices</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="samples">A number from 0 to 1 for each dim of each channel; absent: drawn from the default generator.</param>
    /// <param name="y">The largest elements.</param>
    /// <param name="indices">Where they stand in their channel.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="outputSize">Size of the result. Default: by the ratio.</param>
    /// <param name="outputRatio">Size of the result as a part of the input's. Default: by the size.</param>
    /// <exception cref="ArgumentException">The window is not positive, or too large for as many places.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> samples,
        Span<float> y,
        Span<int> indices,
        Shape xShape,
        Shape yShape,
        Size2D kernelSize,
        Size2D? outputSize = null,
        ScaleFactor? outputRatio = null)
    {
        if (outputSize is not null && outputRatio is not null)
            throw new ArgumentException("only one of output_size and output_ratio may be specified");
        FractionalPooling<int>.Run(2, x, samples, y, indices, xShape, yShape, Size3D.Of(kernelSize));
    }

    /// <summary>Gives each gradient to the element that was found.</summary>
    public static void Backward(ReadOnlySpan<int> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => MaxGradient<int>.Run(2, indices, dy, dx, xShape, yShape);
}
