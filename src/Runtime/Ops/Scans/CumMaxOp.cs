using NnGen.Kernels;

namespace NnGen;

/// <summary>The largest element up to each one along a dim, and its index: the last one of several.</summary>
[Op("x: any[*S] -> values: any[*S]; indices: long[*S]")]
public static partial class CumMaxOp
{
    /// <summary>Finds values and indices.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="values">The elements found.</param>
    /// <param name="indices">Their indices along the dim.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="dim">The dim.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, Shape xShape, int dim)
        where T : unmanaged
        => RunningExtremes.Find<Largest, T>(x, Axis.Of(xShape, dim), values, indices);

    /// <summary>Adds each gradient to the element that was found.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dvalues, Gradient dx, Shape xShape, int dim)
        => RunningExtremes.Scatter(dvalues, indices, Axis.Of(xShape, dim), dx);
}
