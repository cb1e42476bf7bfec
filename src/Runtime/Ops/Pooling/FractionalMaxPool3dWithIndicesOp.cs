using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// The largest element under windows at random distances, and where in its channel it stands. Without a batch where that dim is
/// missing.
/// </summary>
[Op("x: N, C, D, H, W; samples: N, C, 3? -> y: N, C, outputSize[0], outputSize[1], outputSize[2]; indices: long[N, C, outputSize[0], outputSize[1], outputSize[2]]"
    + " | x: C, D, H, W; samples: 1, C, 3? -> y: C, outputSize[0], outputSize[1], outputSize[2]; indices: long[C, outputSize[0], outputSize[1], outputSize[2]]"
    + " | x: N, C, D, H, W; samples: N, C, 3? -> y: N, C, D*outputRatio[1]//outputRatio[2], H*outputRatio[3]//outputRatio[4], W*outputRatio[5]//outputRatio[6]; indices: long[N, C, D*outputRatio[1]//outputRatio[2], H*outputRatio[3]//outputRatio[4], W*outputRatio[5]//outputRatio[6]]"
    + " | x: C, D, H, W; samples: 1, C, 3? -> y: C, D*outputRatio[1]//outputRatio[2], H*outputRatio[3]//outputRatio[4], W*outputRatio[5]//outputRatio[6]; indices: long[C, D*outputRatio[1]//outputRatio[2], H*outputRatio[3]//outputRatio[4], W*outputRatio[5]//outputRatio[6]]")]
public static partial class FractionalMaxPool3dWithIndicesOp
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
        Span<long> indices,
        Shape xShape,
        Shape yShape,
        Size3D kernelSize,
        Size3D? outputSize = null,
        ScaleFactor? outputRatio = null)
    {
        if (outputSize is not null && outputRatio is not null)
            throw new ArgumentException("only one of output_size and output_ratio may be specified");
        FractionalPooling<long>.Run(3, x, samples, y, indices, xShape, yShape, kernelSize);
    }

    /// <summary>Gives each gradient to the element that was found.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => MaxGradient<long>.Run(3, indices, dy, dx, xShape, yShape);
}
