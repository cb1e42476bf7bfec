using NnGen.Kernels;

namespace NnGen;

/// <summary>The p-norm of the difference of two vectors, which broadcast.</summary>
[Op("x1: #*B, #D; x2: #*B, #D -> y: *B when keepdim == 0 | x1: #*B, #D; x2: #*B, #D -> y: *B, 1")]
public static partial class PairwiseDistanceOp
{
    /// <summary>Computes the distances.</summary>
    /// <param name="x1">The first vectors.</param>
    /// <param name="x2">The second vectors.</param>
    /// <param name="y">The distances.</param>
    /// <param name="d">Size of the vectors.</param>
    /// <param name="x1Shape">Shape of the first vectors.</param>
    /// <param name="x2Shape">Shape of the second vectors.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <param name="eps">Added to each element of the difference. Default: 1e-6.</param>
    /// <param name="keepdim">Whether the last dim stays, with size 1. Default: no.</param>
    public static void Forward(
        ReadOnlySpan<float> x1, ReadOnlySpan<float> x2, Span<float> y, int d, Shape x1Shape, Shape x2Shape, double p = 2, double eps = 1e-6, bool keepdim = false)
    {
        var shape = Shape.Broadcast(x1Shape, x2Shape);
        using var scratch = Scratch.Rent(2L * shape.Count);
        var a = BroadcastCopy.Whole(x1, x1Shape, shape, scratch.Span(shape.Count));
        var b = BroadcastCopy.Whole(x2, x2Shape, shape, scratch.Span(2 * shape.Count)[shape.Count..]);
        y.Check(d == 0 ? 0 : a.Length / d);
        var norm = new PNorm(p, eps);
        for (var row = 0; row < y.Length; row++)
            y[row] = (float)norm.Of(a.Slice(row * d, d), b.Slice(row * d, d));
    }

    /// <summary>Computes the gradients of <c>x1</c> and <c>x2</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x1,
        ReadOnlySpan<float> x2,
        ReadOnlySpan<float> dy,
        Gradient dx1,
        Gradient dx2,
        int d,
        Shape x1Shape,
        Shape x2Shape,
        double p,
        double eps)
    {
        var shape = Shape.Broadcast(x1Shape, x2Shape);
        var count = shape.Count;
        using var scratch = Scratch.Rent(4L * count);
        var memory = scratch.Span(4 * count);
        var a = BroadcastCopy.Whole(x1, x1Shape, shape, memory[..count]);
        var b = BroadcastCopy.Whole(x2, x2Shape, shape, memory.Slice(count, count));
        var da = memory.Slice(2 * count, count);
        var db = memory.Slice(3 * count, count);
        da.Clear();
        db.Clear();
        var norm = new PNorm(p, eps);
        for (var row = 0; row < dy.Length; row++)
        {
            var first = a.Slice(row * d, d);
            var second = b.Slice(row * d, d);
            norm.AddGradients(first, second, norm.Of(first, second), dy[row], da.Slice(row * d, d), db.Slice(row * d, d));
        }

        BroadcastCopy.Sum(da, x1Shape, shape, dx1);
        BroadcastCopy.Sum(db, x2Shape, shape, dx2);
    }
}
