using System.Numerics.Tensors;
using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements of the first two dims that two tensors of indices name together: <c>x[rows, columns]</c>.</summary>
[Op("x: any[R, C, *S]; rows: long[#*I]; columns: long[#*I] -> y: any[*I, *S]")]
public static partial class IndexPairsOp
{
    /// <summary>Copies the elements.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="rows">Indices of the first dim, counted from the end where negative.</param>
    /// <param name="columns">Indices of the second dim, counted from the end where negative.</param>
    /// <param name="y">The elements.</param>
    /// <param name="rowsShape">Shape of the first indices.</param>
    /// <param name="columnsShape">Shape of the second indices.</param>
    /// <param name="r">Size of the first dim.</param>
    /// <param name="c">Size of the second dim.</param>
    /// <param name="s">How many numbers an element of both dims has.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public static void Forward<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<long> rows, ReadOnlySpan<long> columns, Span<T> y, Shape rowsShape, Shape columnsShape, int r, int c, int s)
        where T : unmanaged
    {
        var shape = Shape.Broadcast(rowsShape, columnsShape);
        using var forRows = Scratch.Rent(Repeated.Room<long>(rowsShape, shape));
        using var forColumns = Scratch.Rent(Repeated.Room<long>(columnsShape, shape));
        var first = Repeated.Expand(rows, rowsShape, shape, forRows);
        var second = Repeated.Expand(columns, columnsShape, shape, forColumns);
        for (var i = 0; i < first.Length; i++)
            x.Slice(Place(first[i], second[i], r, c) * s, s).CopyTo(y[(i * s)..]);
    }

    /// <summary>Adds each element's gradient to where it came from.</summary>
    public static void Backward(
        ReadOnlySpan<long> rows, ReadOnlySpan<long> columns, ReadOnlySpan<float> dy, Gradient dx, Shape rowsShape, Shape columnsShape, int r, int c, int s)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        var shape = Shape.Broadcast(rowsShape, columnsShape);
        using var forRows = Scratch.Rent(Repeated.Room<long>(rowsShape, shape));
        using var forColumns = Scratch.Rent(Repeated.Room<long>(columnsShape, shape));
        var first = Repeated.Expand(rows, rowsShape, shape, forRows);
        var second = Repeated.Expand(columns, columnsShape, shape, forColumns);
        for (var i = 0; i < first.Length; i++)
        {
            var target = dx.Span.Slice(Place(first[i], second[i], r, c) * s, s);
            TensorPrimitives.Add(target, dy.Slice(i * s, s), target);
        }
    }

    private static int Place(long row, long column, int r, int c) => (IndexChecks.FromEnd(row, r, 0) * c) + IndexChecks.FromEnd(column, c, 1);
}
