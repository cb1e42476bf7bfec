using NnGen.Kernels;

namespace NnGen;

/// <summary>Elements put back where a max pooling of one dim found them, between zeros. Without a batch where that dim is missing.</summary>
[Op("x: N, C, L; indices: long[N, C, L] -> y: N, C, outputSize ?? ((L - 1)*(stride ?? kernelSize) - 2*padding + kernelSize)"
    + " | x: C, L; indices: long[C, L] -> y: C, outputSize ?? ((L - 1)*(stride ?? kernelSize) - 2*padding + kernelSize)")]
public static partial class MaxUnpool1dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="indices">Where they go in their channel; the last of several that go to the same place stays.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="kernelSize">Size of the pooling's window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">The pooling's padding.</param>
    /// <param name="outputSize">Size of the result: less than a stride away from the default. Default: the smallest that the windows fill.</param>
    /// <exception cref="ArgumentException">The size of the result does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside of the result.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<long> indices,
        Span<float> y,
        Shape xShape,
        Shape yShape,
        int kernelSize,
        int? stride = null,
        Padding1D padding = default,
        int? outputSize = null)
    {
        Unpooling.Check(1, xShape, yShape, Size3D.Of(kernelSize), stride is { } step ? Size3D.Of(step) : null, Padding3D.Of(padding));
        Unpooling.Forward(1, x, indices, y, xShape, yShape);
    }

    /// <summary>Gives each element the gradient of its place.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => Unpooling.Backward(1, indices, dy, dx, xShape, yShape);
}
