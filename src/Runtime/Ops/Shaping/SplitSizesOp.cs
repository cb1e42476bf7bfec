using NnGen.Kernels;

namespace NnGen;

/// <summary>One of the parts of given sizes into which a dim is divided.</summary>
[Op("x: any[*S] -> y: any[split(*S, splitSizes, dim, index)]")]
public static partial class SplitSizesOp
{
    /// <summary>Takes a part.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="splitSizes">Sizes of the parts, which add up to that of the dim.</param>
    /// <param name="index">Which one is taken.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    public static partial Tensor Apply(Tensor x, int[] splitSizes, int index, int dim = 0);

    /// <summary>Copies the part.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, int[] splitSizes, int index, int dim)
        where T : unmanaged
        => Parts.Copy(x, y, xShape, yShape, dim, splitSizes.Take(index).Sum());

    /// <summary>Puts the gradient where the part came from.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int[] splitSizes, int index, int dim)
        => Parts.Backward(dy, dx, xShape, yShape, dim, splitSizes.Take(index).Sum());
}
