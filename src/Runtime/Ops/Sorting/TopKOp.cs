using NnGen.Kernels;

namespace NnGen;

/// <summary>The largest or smallest elements along a dim, in order, and their indices; of equal ones the first.</summary>
[Op("x: any[*S] -> values: any[resize(*S, dim, k)]; indices: long[resize(*S, dim, k)]")]
public static partial class TopKOp
{
    /// <summary>Finds the largest or smallest elements along a dim.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="k">How many.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="largest">Whether the largest are found. Default: yes.</param>
    public static partial (Tensor Values, Tensor<long> Indices) Apply(Tensor x, int k, int dim = -1, bool largest = true);

    /// <summary>Computes values and indices.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The dim has fewer elements.</exception>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, Shape xShape, int k, int dim, bool largest)
        where T : unmanaged
    {
        var axis = Axis.Of(xShape, dim);
        if (k > axis.Size)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"selected index k out of range: the dim has {axis.Size} elements");
        LineSort.Run(x, axis, k, largest, values, indices);
    }

    /// <summary>Gives the gradients to the elements that were found.</summary>
    public static void Backward(ReadOnlySpan<long> indices, ReadOnlySpan<float> dvalues, Gradient dx, Shape xShape, int k, int dim)
        => LineSort.Backward(dvalues, indices, Axis.Of(xShape, dim), k, dx);
}
