using NnGen.Kernels;

namespace NnGen;

/// <summary>Elements put back where a max pooling of two dims found them, between zeros. Without a batch where that dim is missing.</summary>
[Op("x: N, C, H, W; indices: long[N, C, H, W] -> y: N, C, outputSize[0] ?? ((H - 1)*(stride[0] ?? kernelSize[0]) - 2*padding[0] + kernelSize[0]), outputSize[1] ?? ((W - 1)*(stride[1] ?? kernelSize[1]) - 2*padding[1] + kernelSize[1])"
    + " | x: C, H, W; indices: long[C, H, W] -> y: C, outputSize[0] ?? ((H - 1)*(stride[0] ?? kernelSize[0]) - 2*padding[0] + kernelSize[0]), outputSize[1] ?? ((W - 1)*(stride[1] ?? kernelSize[1]) - 2*padding[1] + kernelSize[1])")]
public static partial class MaxUnpool2dOp
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
        Size2D kernelSize,
        Size2D? stride = null,
        Padding2D padding = default,
        Size2D? outputSize = null)
    {
        Unpooling.Check(2, xShape, yShape, Size3D.Of(kernelSize), stride is { } step ? Size3D.Of(step) : null, Padding3D.Of(padding));
        Unpooling.Forward(2, x, indices, y, xShape, yShape);
    }

    /// <summary>Gives each element the gradient of its place.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => Unpooling.Backward(2, indices, dy, dx, xShape, yShape);
}
