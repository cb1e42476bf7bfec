using NnGen.Kernels;

namespace NnGen;

/// <summary>The middle element along a dim, the lower one of two, and its index.</summary>
[Op("x: any[*S] -> values: any[reduce(*S, dim, keepDim)]; indices: long[reduce(*S, dim, keepDim)]")]
public static partial class MedianOp
{
    /// <summary>Finds the middle element along a dim, and its index.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="keepDim">Whether it stays, with size 1.</param>
    public static partial (Tensor Values, Tensor<long> Indices) Apply(Tensor x, int dim, bool keepDim = false);

    /// <summary>Computes values and indices; NaN where there is one.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, Shape xShape, int dim)
        where T : unmanaged
    {
        var axis = Axis.Of(xShape, dim);
        Extremes.RefuseEmpty(axis.Size == 0);
        var order = new long[x.Length];
        var sorted = new T[x.Length];
        LineSort.Run(x, axis, axis.Size, false, sorted, order);
        for (var line = 0; line < axis.Lines; line++)
        {
            var start = axis.Start(line);
            var last = start + ((axis.Size - 1) * axis.Inner);
            var at = sorted[last] is float.NaN ? last : start + ((axis.Size - 1) / 2 * axis.Inner);
            (values[line], indices[line]) = (sorted[at], order[at]);
        }
    }

    /// <summary>Gives the gradient to the elements that were found.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dvalues, Gradient dx, Shape xShape, int dim)
        => Extremes.Scatter(dvalues, indices, Axis.Of(xShape, dim), dx);
}
