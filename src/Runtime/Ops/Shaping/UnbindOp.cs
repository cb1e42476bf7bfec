using NnGen.Kernels;

namespace NnGen;

/// <summary>One of the slices of a dim, which is dropped.</summary>
[Op("x: any[*S] -> y: any[select(*S, dim, index)]")]
public static partial class UnbindOp
{
    /// <summary>Takes a slice.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Which one is taken.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    public static partial Tensor Apply(Tensor x, int index, int dim = 0);

    /// <summary>Copies the slice.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, int index, int dim)
        where T : unmanaged
        => Parts.Copy(x, y, xShape, WithOne(xShape, dim), dim, index);

    /// <summary>Puts the gradient where the slice came from.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int index, int dim)
        => Parts.Backward(dy, dx, xShape, WithOne(xShape, dim), dim, index);

    private static Shape WithOne(Shape shape, int dim)
    {
        var sizes = shape.ToArray();
        sizes[Axis.Normalize(dim, shape.Rank)] = 1;
        return sizes;
    }
}
