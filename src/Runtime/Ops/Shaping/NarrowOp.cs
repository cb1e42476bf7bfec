using NnGen.Kernels;

namespace NnGen;

/// <summary>A range of a dim, by its start and its length.</summary>
[Op("x: any[*S] -> y: any[narrow(*S, dim, start, length)]")]
public static partial class NarrowOp
{
    /// <summary>Takes a range.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="start">Where it begins, counted from the end where negative.</param>
    /// <param name="length">How long it is.</param>
    public static partial Tensor Apply(Tensor x, int dim, int start, int length);

    /// <summary>Copies the range.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, int dim, int start)
        where T : unmanaged
        => Parts.Copy(x, y, xShape, yShape, dim, start);

    /// <summary>Puts the gradient where the range came from.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int dim, int start)
        => Parts.Backward(dy, dx, xShape, yShape, dim, start);
}
