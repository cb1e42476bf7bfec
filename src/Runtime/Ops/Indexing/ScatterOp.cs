using NnGen.Kernels;

namespace NnGen;

/// <summary>A copy with elements written along a dim, each at an index of its own; of several at one place the last remains.</summary>
[Op("x: any[*S]; index: long[*I]; src: any[*J] -> y: any[*S]")]
public static partial class ScatterOp
{
    /// <summary>Writes the elements.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Indices along the dim: as many dims as the tensor.</param>
    /// <param name="src">The elements; no dim is smaller than that of the indices.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="indexShape">Shape of the indices.</param>
    /// <param name="srcShape">Shape of the elements.</param>
    /// <param name="dim">The dim.</param>
    public static void Forward<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<long> index, ReadOnlySpan<T> src, Span<T> y, Shape xShape, Shape indexShape, Shape srcShape, int dim)
        where T : unmanaged
    {
        x.CopyTo(y);
        using var scratch = Scratch.Rent(2L * index.Length);
        var (places, sources) = ScatterPlaces.Locate(index, indexShape, xShape, srcShape, dim, scratch);
        for (var i = 0; i < index.Length; i++)
            y[places[i]] = src[sources[i]];
    }

    /// <summary>Passes the gradient of what was kept and of what was written.</summary>
    public static void Backward(
        ReadOnlySpan<long> index, ReadOnlySpan<float> dy, Gradient dx, Gradient dsrc, Shape xShape, Shape indexShape, Shape srcShape, int dim)
    {
        using var scratch = Scratch.Rent(2L * index.Length);
        var (places, sources) = ScatterPlaces.Locate(index, indexShape, xShape, srcShape, dim, scratch);
        ScatterPlaces.Keep(dy, dx, places);
        ScatterPlaces.Gather(dy, dsrc, places, sources);
    }
}
