using NnGen.Kernels;

namespace NnGen;

/// <summary>A copy with elements added along a dim, each at an index of its own.</summary>
[Op("x: *S; index: long[*I]; src: *J -> y: *S")]
public static partial class ScatterAddOp
{
    /// <summary>Adds the elements.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Indices along the dim: as many dims as the tensor.</param>
    /// <param name="src">The elements; no dim is smaller than that of the indices.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="indexShape">Shape of the indices.</param>
    /// <param name="srcShape">Shape of the elements.</param>
    /// <param name="dim">The dim.</param>
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<long> index, ReadOnlySpan<float> src, Span<float> y, Shape xShape, Shape indexShape, Shape srcShape, int dim)
    {
        x.CopyTo(y);
        using var scratch = Scratch.Rent(2L * index.Length);
        var (places, sources) = ScatterPlaces.Locate(index, indexShape, xShape, srcShape, dim, scratch);
        for (var i = 0; i < index.Length; i++)
            y[places[i]] += src[sources[i]];
    }

    /// <summary>Passes the gradient of the tensor and of what was added.</summary>
    public static void Backward(
        ReadOnlySpan<long> index, ReadOnlySpan<float> dy, Gradient dx, Gradient dsrc, Shape xShape, Shape indexShape, Shape srcShape, int dim)
    {
        dx.Write(dy);
        using var scratch = Scratch.Rent(2L * index.Length);
        var (places, sources) = ScatterPlaces.Locate(index, indexShape, xShape, srcShape, dim, scratch);
        ScatterPlaces.Gather(dy, dsrc, places, sources);
    }
}
