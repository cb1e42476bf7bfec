using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements along a dim in order, and their indices; equal ones keep their order.</summary>
[Op("x: any[*S] -> values: any[*S]; indices: long[*S]")]
public static partial class SortOp
{
    /// <summary>Computes values and indices.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="values">The elements in order.</param>
    /// <param name="indices">Their indices along the dim.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="descending">Whether the largest comes first. Default: no.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, Shape xShape, int dim = -1, bool descending = false)
        where T : unmanaged
    {
        var axis = Axis.Of(xShape, dim);
        LineSort.Run(x, axis, axis.Size, descending, values, indices);
    }

    /// <summary>Gives each gradient to the element that it belongs to.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dvalues, Gradient dx, Shape xShape, int dim)
    {
        var axis = Axis.Of(xShape, dim);
        LineSort.Backward(dvalues, indices, axis, axis.Size, dx);
    }
}
