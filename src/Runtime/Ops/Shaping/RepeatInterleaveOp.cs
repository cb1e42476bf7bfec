using NnGen.Kernels;

namespace NnGen;

/// <summary>Each slice of a dim repeated.</summary>
[Op("x: any[*S] -> y: any[resize(*S, dim, repeats*size(*S, dim))]")]
public static partial class RepeatInterleaveOp
{
    /// <summary>Repeats each slice.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="repeats">How often.</param>
    /// <param name="dim">The dim.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, int repeats, int dim)
        where T : unmanaged
    {
        var axis = Axis.Of(xShape, dim);
        for (var i = 0; i < axis.Outer * axis.Size * repeats; i++)
            x.Slice(i / repeats * axis.Inner, axis.Inner).CopyTo(y[(i * axis.Inner)..]);
    }

    /// <summary>Adds up the gradients of the repetitions.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int repeats, int dim)
    {
        if (!dx.IsWanted)
            return;
        var axis = Axis.Of(xShape, dim);
        DimSums.Sum(dy, [axis.Outer * axis.Size, repeats, axis.Inner], [axis.Inner, 0, 1], dx.Span, dx.Accumulate);
    }
}
