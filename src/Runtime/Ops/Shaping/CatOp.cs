using NnGen.Kernels;

namespace NnGen;

/// <summary>Tensors one after the other along a dim.</summary>
[Op("xs: any[...]... -> y: any[concat(xs, dim)]")]
public static partial class CatOp
{
    /// <summary>Copies each tensor to its place.</summary>
    /// <param name="xs">The tensors.</param>
    /// <param name="y">The result.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    public static void Forward<T>(TensorSpans<T> xs, Span<T> y, Shape yShape, int dim = 0)
        where T : unmanaged
    {
        var axis = Axis.Of(yShape, dim);
        var start = 0;
        for (var i = 0; i < xs.Count; i++)
        {
            var x = xs[i];
            var length = axis.Outer == 0 ? 0 : x.Length / axis.Outer;
            Blocks.Scatter(x, y, axis.Outer, length, axis.Size * axis.Inner, start);
            start += length;
        }
    }

    /// <summary>Gives each tensor its part of the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, GradientSpans dxs, ReadOnlySpan<Shape> xsShapes, Shape yShape, int dim)
    {
        var axis = Axis.Of(yShape, dim);
        var start = 0;
        for (var i = 0; i < xsShapes.Length; i++)
        {
            var length = axis.Outer == 0 ? 0 : xsShapes[i].Count / axis.Outer;
            Blocks.Gather(dy, dxs[i], axis.Outer, length, axis.Size * axis.Inner, start);
            start += length;
        }
    }
}
