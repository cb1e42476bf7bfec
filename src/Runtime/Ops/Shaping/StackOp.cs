using NnGen.Kernels;

namespace NnGen;

/// <summary>Tensors of one shape side by side along a new dim.</summary>
[Op("xs: any[*S]... -> y: any[stack(xs, dim)]")]
public static partial class StackOp
{
    /// <summary>Copies each tensor to its place.</summary>
    /// <param name="xs">The tensors.</param>
    /// <param name="y">The result.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="dim">Where the new dim stands in the result. Default: at the front.</param>
    public static void Forward<T>(TensorSpans<T> xs, Span<T> y, Shape yShape, int dim = 0)
        where T : unmanaged
    {
        var axis = Axis.Of(yShape, dim);
        for (var i = 0; i < xs.Count; i++)
            Blocks.Scatter(xs[i], y, axis.Outer, axis.Inner, axis.Size * axis.Inner, i * axis.Inner);
    }

    /// <summary>Gives each tensor its part of the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, GradientSpans dxs, Shape yShape, int dim)
    {
        var axis = Axis.Of(yShape, dim);
        for (var i = 0; i < axis.Size; i++)
            Blocks.Gather(dy, dxs[i], axis.Outer, axis.Inner, axis.Size * axis.Inner, i * axis.Inner);
    }
}
