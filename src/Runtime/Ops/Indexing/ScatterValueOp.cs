using NnGen.Kernels;

namespace NnGen;

/// <summary>A copy with a number written along a dim at indices.</summary>
[Op("x: any[*S]; index: long[*I] -> y: any[*S]")]
public static partial class ScatterValueOp
{
    /// <summary>Writes the number.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Indices along the dim: as many dims as the tensor.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="indexShape">Shape of the indices.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="value">The number.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, Shape xShape, Shape indexShape, int dim, double value)
        where T : unmanaged
    {
        x.CopyTo(y);
        using var scratch = Scratch.Rent(index.Length);
        var places = scratch.Integers(index.Length);
        IndexedDim.Locate(index, indexShape, xShape, dim, places);
        var number = Numbers.Convert<double, T>(value);
        foreach (var place in places)
            y[place] = number;
    }

    /// <summary>Passes the gradient of what was kept.</summary>
    public static void Backward(ReadOnlySpan<long> index, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape indexShape, int dim)
    {
        using var scratch = Scratch.Rent(index.Length);
        var places = scratch.Integers(index.Length);
        IndexedDim.Locate(index, indexShape, xShape, dim, places);
        ScatterPlaces.Keep(dy, dx, places);
    }
}
