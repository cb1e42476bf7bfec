using NnGen.Kernels;

namespace NnGen;

/// <summary>Two dims exchanged.</summary>
[Op("x: any[*S] -> y: any[transpose(*S, dim0, dim1)]")]
public static partial class TransposeOp
{
    /// <summary>Copies the elements in the order of the result.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, int dim0 = -2, int dim1 = -1)
        where T : unmanaged
    {
        Span<int> strides = stackalloc int[xShape.Rank];
        Strides(xShape, dim0, dim1, strides);
        StridedCopy.Gather(x, yShape, strides, y);
    }

    /// <summary>Exchanges the two dims of the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int dim0, int dim1)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[yShape.Rank];
        Strides(yShape, dim0, dim1, strides);
        StridedCopy.Gather(dy, xShape, strides, dx.Span, dx.Accumulate);
    }

    private static void Strides(Shape shape, int dim0, int dim1, Span<int> strides)
    {
        StridedCopy.RowMajor(shape, strides);
        if (shape.Rank > 0)
        {
            var (a, b) = (Axis.Normalize(dim0, shape.Rank), Axis.Normalize(dim1, shape.Rank));
            (strides[a], strides[b]) = (strides[b], strides[a]);
        }
    }
}
