using NnGen.Kernels;

namespace NnGen;

/// <summary>What lies at one index of a dim, which is dropped; the index is known only when the op runs.</summary>
[Op("x: any[*S]; index: long[] -> y: any[reduce(*S, dim, false)]")]
public static partial class SelectAtOp
{
    /// <summary>Takes what lies at an index.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">The index, in a tensor without dims, counted from the end where negative.</param>
    /// <param name="dim">The dim.</param>
    public static partial Tensor Apply(Tensor x, Tensor<long> index, int dim);

    /// <summary>Copies what lies at the index.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">The index, counted from the end where negative.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="dim">The dim.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range.</exception>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, Shape xShape, int dim)
        where T : unmanaged
        => UnbindOp.Forward(x, y, xShape, Place(index, xShape, dim), dim);

    /// <summary>Puts the gradient where the result came from, and 0 elsewhere.</summary>
    public static void Backward(ReadOnlySpan<long> index, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dim)
        => UnbindOp.Backward(dy, dx, xShape, Place(index, xShape, dim), dim);

    private static int Place(ReadOnlySpan<long> index, Shape shape, int dim)
    {
        var axis = Axis.Normalize(dim, shape.Rank);
        return IndexChecks.FromEnd(index[0], shape[axis], axis);
    }
}
