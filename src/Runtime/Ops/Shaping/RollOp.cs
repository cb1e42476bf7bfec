using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements moved along a dim; those that leave it come in at the other end.</summary>
[Op("x: any[*S] -> y: any[*S]")]
public static partial class RollOp
{
    /// <summary>Moves the elements.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of both.</param>
    /// <param name="shifts">How far, for each dim.</param>
    /// <param name="dims">The dims. Default: none, all elements are moved in row-major order.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, int[] shifts, int[]? dims = null)
        where T : unmanaged
    {
        x.CopyTo(y);
        Move(y, xShape, shifts, dims, 1);
    }

    /// <summary>Moves the gradient back.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[] shifts, int[]? dims)
    {
        if (!dx.IsWanted)
            return;
        using var scratch = Scratch.Rent(dy.Length);
        var moved = scratch.Span(dy.Length);
        dy.CopyTo(moved);
        Move(moved, xShape, shifts, dims, -1);
        dx.Write(moved);
    }

    private static void Move<T>(Span<T> y, Shape shape, int[] shifts, int[]? dims, int sign)
    {
        if (shifts.Length != (dims?.Length ?? 1))
            throw new ArgumentException($"shifts and dimensions must align. shifts: {shifts.Length}, dims: {dims?.Length ?? 0}", nameof(shifts));
        for (var i = 0; i < shifts.Length; i++)
        {
            var axis = dims is null ? new Axis(1, y.Length, 1) : Axis.Of(shape, dims[i]);
            var line = axis.Size * axis.Inner;
            for (var outer = 0; outer < axis.Outer && line > 0; outer++)
                Rotate(y.Slice(outer * line, line), (((sign * shifts[i] % axis.Size) + axis.Size) % axis.Size) * axis.Inner);
        }
    }

    private static void Rotate<T>(Span<T> values, int shift)
    {
        values.Reverse();
        values[..shift].Reverse();
        values[shift..].Reverse();
    }
}
