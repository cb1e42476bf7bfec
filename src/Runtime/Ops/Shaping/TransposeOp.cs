using NnGen.Kernels;

namespace NnGen;

/// <summary>Two dims exchanged.</summary>
[Op("x: *S -> y: transpose(*S, dim0, dim1)")]
public static partial class TransposeOp
{
    /// <summary>Copies the elements in the order of the result.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, int dim0, int dim1)
        => Copy(x, xShape, y, yShape, dim0, dim1, accumulate: false);

    /// <summary>Exchanges the two dims of the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int dim0, int dim1)
    {
        if (dx.IsWanted)
            Copy(dy, yShape, dx.Span, xShape, dim0, dim1, dx.Accumulate);
    }

    private static void Copy(
        ReadOnlySpan<float> source, Shape sourceShape, Span<float> target, Shape targetShape, int dim0, int dim1, bool accumulate)
    {
        Span<int> strides = stackalloc int[sourceShape.Rank];
        StridedCopy.RowMajor(sourceShape, strides);
        if (sourceShape.Rank > 0)
        {
            var (a, b) = (Axis.Normalize(dim0, sourceShape.Rank), Axis.Normalize(dim1, sourceShape.Rank));
            (strides[a], strides[b]) = (strides[b], strides[a]);
        }

        StridedCopy.Gather(source, targetShape, strides, target, accumulate);
    }
}
