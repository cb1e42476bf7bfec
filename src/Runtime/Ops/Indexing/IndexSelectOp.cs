using System.Numerics.Tensors;
using NnGen.Kernels;

namespace NnGen;

/// <summary>The slices of a dim that a list of indices names.</summary>
[Op("x: any[*S]; index: long[N] -> y: any[resize(*S, dim, N)]")]
public static partial class IndexSelectOp
{
    /// <summary>Picks the slices.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Their indices.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="isFromEnd">Whether negative indices count from the end; else they are refused. Default: no.</param>
    public static partial Tensor Apply(Tensor x, Tensor<long> index, int dim, bool isFromEnd = false);

    /// <summary>Copies the slices.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, Shape xShape, int dim, bool isFromEnd = false)
        where T : unmanaged
    {
        var axis = Axis.Of(xShape, dim);
        for (var outer = 0; outer < axis.Outer; outer++)
        {
            for (var i = 0; i < index.Length; i++)
            {
                var from = (outer * axis.Size) + Place(index[i], axis.Size, dim, isFromEnd);
                x.Slice(from * axis.Inner, axis.Inner).CopyTo(y[(((outer * index.Length) + i) * axis.Inner)..]);
            }
        }
    }

    /// <summary>Adds each slice's gradient to where it came from.</summary>
    public static void Backward(ReadOnlySpan<long> index, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dim, bool isFromEnd)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        var axis = Axis.Of(xShape, dim);
        for (var outer = 0; outer < axis.Outer; outer++)
        {
            for (var i = 0; i < index.Length; i++)
            {
                var target = dx.Span.Slice(((outer * axis.Size) + Place(index[i], axis.Size, dim, isFromEnd)) * axis.Inner, axis.Inner);
                TensorPrimitives.Add(target, dy.Slice(((outer * index.Length) + i) * axis.Inner, axis.Inner), target);
            }
        }
    }

    private static int Place(long index, int size, int dim, bool isFromEnd) => isFromEnd ? IndexChecks.FromEnd(index, size, dim) : IndexChecks.Check(index, size, dim);
}
