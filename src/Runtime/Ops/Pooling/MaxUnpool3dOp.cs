using NnGen.Kernels;

namespace NnGen;

/// <summary>Elements put back where a max pooling of three dims found them, between zeros. Without a batch where that dim is missing.</summary>
[Op("x: N, C, D, H, W; indices: long[N, C, D, H, W] -> y: N, C, outputSize[0] ?? ((D - 1)*(stride[0] ?? kernelSize[0]) - 2*padding[0] + kernelSize[0]), outputSize[1] ?? ((H - 1)*(stride[1] ?? kernelSize[1]) - 2*padding[1] + kernelSize[1]), outputSize[2] ?? ((W - 1)*(stride[2] ?? kernelSize[2]) - 2*padding[2] + kernelSize[2])"
    + " | x: C, D, H, W; indices: long[C, D, H, W] -> y: C, outputSize[0] ?? ((D - 1)*(stride[0] ?? kernelSize[0]) - 2*padding[0] + kernelSize[0]), outputSize[1] ?? ((H - 1)*(stride[1] ?? kernelSize[1]) - 2*padding[1] + kernelSize[1]), outputSize[2] ?? ((W - 1)*(stride[2] ?? kernelSize[2]) - 2*padding[2] + kernelSize[2])")]
public static partial class MaxUnpool3dOp
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
        Size3D kernelSize,
        Size3D? stride = null,
        Padding3D padding = default,
        Size3D? outputSize = null)
    {
        Unpooling.Check(3, xShape, yShape, kernelSize, stride, padding);
        Unpooling.Forward(3, x, indices, y, xShape, yShape);
    }

    /// <summary>Gives each element the gradient of its place.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => Unpooling.Backward(3, indices, dy, dx, xShape, yShape);
}
