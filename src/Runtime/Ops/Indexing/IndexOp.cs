using System.Numerics.Tensors;
using NnGen.Kernels;

namespace NnGen;

/// <summary>The slices of the first dim that a tensor of indices names: <c>x[index]</c>.</summary>
[Op("x: any[V, *S]; index: long[*I] -> y: any[*I, *S]")]
public static partial class IndexOp
{
    /// <summary>Copies the slices.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Indices, counted from the end where negative.</param>
    /// <param name="y">The slices.</param>
    /// <param name="v">Size of the first dim.</param>
    /// <param name="s">Elements of a slice.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, int v, int s)
        where T : unmanaged
    {
        for (var i = 0; i < index.Length; i++)
            x.Slice(IndexChecks.FromEnd(index[i], v, 0) * s, s).CopyTo(y[(i * s)..]);
    }

    /// <summary>Adds each slice's gradient to where it came from.</summary>
    public static void Backward(ReadOnlySpan<long> index, ReadOnlySpan<float> dy, Gradient dx, int v, int s)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        for (var i = 0; i < index.Length; i++)
        {
            var target = dx.Span.Slice(IndexChecks.FromEnd(index[i], v, 0) * s, s);
            TensorPrimitives.Add(target, dy.Slice(i * s, s), target);
        }
    }
}
