using NnGen.Kernels;

namespace NnGen;

/// <summary>The smallest element over dims; the gradient is shared among equal ones.</summary>
[Op("x: any[*S] -> y: any[reduce(*S, dim, keepDim)]")]
public static partial class AMinOp
{
    /// <summary>Finds the smallest element over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    public static partial Tensor Apply(Tensor x, int[]? dim = null, bool keepDim = false);

    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, int[]? dim)
        where T : unmanaged
        => Extremes.Reduce<Smallest, T>(x, xShape, dim, y);

    /// <summary>Computes the gradient of <c>x</c>.</summary>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[]? dim)
        => Extremes.Share(x, y, dy, xShape, dim, dx);
}
