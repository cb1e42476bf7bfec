using NnGen.Kernels;

namespace NnGen;

/// <summary>A range of each of some dims.</summary>
[Op("x: any[*S] -> y: any[slice(*S, dim, start, end, step)]")]
public static partial class SliceOp
{
    /// <summary>Takes a range of each of some dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims.</param>
    /// <param name="start">Where each range begins, counted from the end where negative.</param>
    /// <param name="end">Where each range ends, before this index; <see cref="int.MaxValue"/> is the end of the dim.</param>
    /// <param name="step">The distance of two indices.</param>
    public static partial Tensor Apply(Tensor x, int[] dim, int[] start, int[] end, int[] step);

    /// <summary>Copies the range.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, ReadOnlySpan<int> dim, ReadOnlySpan<int> start, ReadOnlySpan<int> step)
        where T : unmanaged
    {
        Span<int> strides = stackalloc int[yShape.Rank];
        var offset = Locate(xShape, dim, start, step, strides);
        if (y.Length > 0)
            StridedCopy.Gather(x[offset..], yShape, strides, y);
    }

    /// <summary>Puts the gradient where the result came from, and 0 elsewhere.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, ReadOnlySpan<int> dim, ReadOnlySpan<int> start, ReadOnlySpan<int> step)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[yShape.Rank];
        var offset = Locate(xShape, dim, start, step, strides);
        if (!dx.Accumulate)
            dx.Span.Clear();
        if (dy.Length > 0)
            StridedCopy.Scatter(dy, dx.Span[offset..], yShape, strides, dx.Accumulate);
    }

    /// <summary>Where the result begins in the tensor, and how far its elements lie apart there.</summary>
    private static int Locate(Shape shape, ReadOnlySpan<int> dim, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Span<int> strides)
    {
        StridedCopy.RowMajor(shape, strides);
        var offset = 0;
        for (var i = 0; i < dim.Length; i++)
        {
            var d = Axis.Normalize(dim[i], shape.Rank);
            offset += strides[d] * (start[i] < 0 ? start[i] + shape[d] : start[i]);
            strides[d] *= step[i];
        }

        return offset;
    }
}
