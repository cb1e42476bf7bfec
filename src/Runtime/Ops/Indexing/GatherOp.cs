using NnGen.Kernels;

namespace NnGen;

/// <summary>Elements picked along a dim, each by an index of its own.</summary>
[Op("x: any[*S]; index: long[*I] -> y: any[*I]")]
public static partial class GatherOp
{
    /// <summary>Picks the elements.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Indices along the dim: as many dims as the tensor, none larger but this one.</param>
    /// <param name="y">The elements.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="indexShape">Shape of the indices.</param>
    /// <param name="dim">The dim.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, Shape xShape, Shape indexShape, int dim)
        where T : unmanaged
    {
        using var scratch = Scratch.Rent(index.Length);
        var places = scratch.Integers(index.Length);
        IndexedDim.Locate(index, indexShape, xShape, dim, places);
        for (var i = 0; i < y.Length; i++)
            y[i] = x[places[i]];
    }

    /// <summary>Adds each gradient to the element that was picked.</summary>
    public static void Backward(ReadOnlySpan<long> index, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape indexShape, int dim)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        using var scratch = Scratch.Rent(index.Length);
        var places = scratch.Integers(index.Length);
        IndexedDim.Locate(index, indexShape, xShape, dim, places);
        for (var i = 0; i < dy.Length; i++)
            dx.Span[places[i]] += dy[i];
    }
}
