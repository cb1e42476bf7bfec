using NnGen.Kernels;

namespace NnGen;

/// <summary>The index of the smallest element: the first one of several.</summary>
[Op("x: *S -> y: long[reduce(*S, dim, keepDim)]", IsDifferentiable = false)]
public static partial class ArgMinOp
{
    /// <summary>Finds the index of the smallest element.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim. Default: the index in row-major order of all elements.</param>
    /// <param name="keepDim">Whether it stays, with size 1.</param>
    public static partial Tensor<long> Apply(Tensor x, int? dim = null, bool keepDim = false);

    /// <summary>Computes the indices.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<long> y, Shape xShape, int? dim)
        => Extremes.Find<Smallest>(x, dim is { } d ? Axis.Of(xShape, d) : new Axis(1, x.Length, 1), default, y);
}
