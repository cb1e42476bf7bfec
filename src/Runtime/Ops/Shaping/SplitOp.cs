using NnGen.Kernels;

namespace NnGen;

/// <summary>One of the parts of a given size into which a dim is divided; the last may be smaller.</summary>
[Op("x: any[*S] -> y: any[resize(*S, dim, L)] where L = min(splitSize, size(*S, dim) - index*splitSize)")]
public static partial class SplitOp
{
    /// <summary>Takes a part.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="splitSize">Size of the parts.</param>
    /// <param name="index">Which one is taken.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    public static partial Tensor Apply(Tensor x, int splitSize, int index, int dim = 0);

    /// <summary>Copies the part.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, int splitSize, int index, int dim)
        where T : unmanaged
        => Parts.Copy(x, y, xShape, yShape, dim, index * splitSize);

    /// <summary>Puts the gradient where the part came from.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int splitSize, int index, int dim)
        => Parts.Backward(dy, dx, xShape, yShape, dim, index * splitSize);
}
