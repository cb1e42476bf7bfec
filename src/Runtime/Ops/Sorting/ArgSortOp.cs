using NnGen.Kernels;

namespace NnGen;

/// <summary>The indices that sort the elements along a dim; equal ones keep their order.</summary>
[Op("x: any[*S] -> y: long[*S]", IsDifferentiable = false)]
public static partial class ArgSortOp
{
    /// <summary>Computes the indices.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The indices.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="descending">Whether the largest comes first. Default: no.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<long> y, Shape xShape, int dim = -1, bool descending = false)
        where T : unmanaged
    {
        var axis = Axis.Of(xShape, dim);
        LineSort.Run(x, axis, axis.Size, descending, default, y);
    }
}
