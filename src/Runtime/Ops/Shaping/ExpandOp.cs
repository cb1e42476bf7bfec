using NnGen.Kernels;

namespace NnGen;

/// <summary>Dims of size 1 repeated, and new dims added in front.</summary>
[Op("x: any[*S] -> y: any[expand(*S, shape)]")]
public static partial class ExpandOp
{
    /// <summary>Repeats the elements.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">The sizes of the result; -1 keeps a size.</param>
    public static partial Tensor Apply(Tensor x, int[] shape);

    /// <summary>Copies the elements as often as they are repeated.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape)
        where T : unmanaged
    {
        Span<int> strides = stackalloc int[yShape.Rank];
        DimSums.BroadcastStrides(xShape, yShape, strides);
        StridedCopy.Gather(x, yShape, strides, y);
    }

    /// <summary>Adds up the gradients of the repetitions.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[yShape.Rank];
        DimSums.BroadcastStrides(xShape, yShape, strides);
        DimSums.Sum(dy, yShape, strides, dx.Span, dx.Accumulate);
    }
}
