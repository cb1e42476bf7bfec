using NnGen.Kernels;

namespace NnGen;

/// <summary>One index of each of some dims, which are dropped.</summary>
[Op("x: any[*S] -> y: any[select(*S, dim, index)]")]
public static partial class SelectOp
{
    /// <summary>Takes one index of each of some dims, which are dropped.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims.</param>
    /// <param name="index">An index for each, counted from the end where negative.</param>
    public static partial Tensor Apply(Tensor x, int[] dim, int[] index);

    /// <summary>Copies what lies at the indices.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="dim">The dims.</param>
    /// <param name="index">An index for each, counted from the end where negative.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, ReadOnlySpan<int> dim, ReadOnlySpan<int> index)
        where T : unmanaged
    {
        Span<int> strides = stackalloc int[yShape.Rank];
        var offset = Locate(xShape, dim, index, strides);
        if (y.Length > 0)
            StridedCopy.Gather(x[offset..], yShape, strides, y);
    }

    /// <summary>Puts the gradient where the result came from, and 0 elsewhere.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, ReadOnlySpan<int> dim, ReadOnlySpan<int> index)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[yShape.Rank];
        var offset = Locate(xShape, dim, index, strides);
        if (!dx.Accumulate)
            dx.Span.Clear();
        if (dy.Length > 0)
            StridedCopy.Scatter(dy, dx.Span[offset..], yShape, strides, dx.Accumulate);
    }

    /// <summary>Where the result begins in the tensor, and how far its elements lie apart there.</summary>
    private static int Locate(Shape shape, ReadOnlySpan<int> dim, ReadOnlySpan<int> index, Span<int> strides)
    {
        Span<int> own = stackalloc int[shape.Rank];
        StridedCopy.RowMajor(shape, own);
        Span<bool> isDropped = stackalloc bool[shape.Rank];
        var offset = 0;
        for (var i = 0; i < dim.Length; i++)
        {
            var d = Axis.Normalize(dim[i], shape.Rank);
            isDropped[d] = true;
            offset += own[d] * (index[i] < 0 ? index[i] + shape[d] : index[i]);
        }

        var kept = 0;
        for (var d = 0; d < shape.Rank; d++)
        {
            if (!isDropped[d])
                strides[kept++] = own[d];
        }

        return offset;
    }
}
