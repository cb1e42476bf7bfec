using NnGen.Kernels;

namespace NnGen;

/// <summary>The largest element along a dim, and its index: the first one of several.</summary>
[Op("x: any[*S] -> values: any[reduce(*S, dim, keepDim)]; indices: long[reduce(*S, dim, keepDim)]")]
public static partial class MaxOp
{
    /// <summary>Finds the largest element along a dim, and its index.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="keepDim">Whether it stays, with size 1.</param>
    public static partial (Tensor Values, Tensor<long> Indices) Apply(Tensor x, int dim, bool keepDim = false);

    /// <summary>Computes values and indices.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, Shape xShape, int dim)
        where T : unmanaged
        => Extremes.Find<Largest, T>(x, Axis.Of(xShape, dim), values, indices);

    /// <summary>Gives the gradient to the elements that were found.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dvalues, Gradient dx, Shape xShape, int dim)
        => Extremes.Scatter(dvalues, indices, Axis.Of(xShape, dim), dx);
}
