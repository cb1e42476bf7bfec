using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements in reverse order along dims.</summary>
[Op("x: any[*S] -> y: any[*S]")]
public static partial class FlipOp
{
    /// <summary>Copies the elements in reverse order.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of both.</param>
    /// <param name="dims">The dims.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, int[] dims)
        where T : unmanaged
        => Move(x, y, xShape, dims, 0);

    /// <summary>Reverses the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[] dims)
    {
        if (!dx.IsWanted)
            return;
        using var scratch = Scratch.Rent(dy.Length);
        Move(dy, scratch.Span(dy.Length), xShape, dims, 0);
        dx.Write(scratch.Span(dy.Length));
    }

    /// <summary>Reverses one slice, which dim <paramref name="dim"/> divides further.</summary>
    private static void Move<T>(ReadOnlySpan<T> x, Span<T> y, Shape shape, int[] dims, int dim)
    {
        if (dim == shape.Rank)
        {
            x.CopyTo(y);
            return;
        }

        var isReversed = Array.Exists(dims, d => Axis.Normalize(d, shape.Rank) == dim);
        var length = shape[dim] == 0 ? 0 : x.Length / shape[dim];
        if (isReversed && length == 1)
        {
            x.CopyTo(y);
            y.Reverse();
            return;
        }

        for (var i = 0; i < shape[dim]; i++)
            Move(x.Slice(i * length, length), y.Slice((isReversed ? shape[dim] - 1 - i : i) * length, length), shape, dims, dim + 1);
    }
}
