using NnGen.Kernels;

namespace NnGen;

/// <summary>The index of the largest element: the first one of several.</summary>
[Op("x: any[*S] -> y: long[reduce(*S, dim, keepDim)]", IsDifferentiable = false)]
public static partial class ArgMaxOp
{
    /// <summary>Finds the index of the largest element.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim. Default: the index in row-major order of all elements.</param>
    /// <param name="keepDim">Whether it stays, with size 1.</param>
    public static partial Tensor<long> Apply(Tensor x, int? dim = null, bool keepDim = false);

    /// <summary>Computes the indices.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<long> y, Shape xShape, int? dim)
        where T : unmanaged
        => Extremes.Find<Largest, T>(x, dim is { } d ? Axis.Of(xShape, d) : new Axis(1, x.Length, 1), default, y);
}
