using NnGen.Kernels;

namespace NnGen;

/// <summary>One of the parts into which a dim is divided: of equal sizes but for the last, which may be smaller.</summary>
[Op("x: any[*S] -> y: any[resize(*S, dim, L)] where L = min(ceil(size(*S, dim)/chunks), size(*S, dim) - index*ceil(size(*S, dim)/chunks))")]
public static partial class ChunkOp
{
    /// <summary>Takes a part.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="chunks">How many parts there are at most.</param>
    /// <param name="index">Which one is taken.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    public static partial Tensor Apply(Tensor x, int chunks, int index, int dim = 0);

    /// <summary>Copies the part.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, int chunks, int index, int dim)
        where T : unmanaged
        => Parts.Copy(x, y, xShape, yShape, dim, Start(xShape, chunks, index, dim));

    /// <summary>Puts the gradient where the part came from.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int chunks, int index, int dim)
        => Parts.Backward(dy, dx, xShape, yShape, dim, Start(xShape, chunks, index, dim));

    private static int Start(Shape shape, int chunks, int index, int dim) => index * ((Axis.Of(shape, dim).Size + chunks - 1) / chunks);
}
