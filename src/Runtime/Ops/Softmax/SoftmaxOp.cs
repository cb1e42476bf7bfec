using NnGen.Kernels;

namespace NnGen;

/// <summary>Exponentials scaled so that they sum to 1 along a dim.</summary>
[Op("x: *S -> y: *S where D = size(*S, dim) | x: () -> y: () when dim == 0 || dim == -1")]
public static partial class SoftmaxOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int dim)
    {
        var axis = Axis.Of(xShape, dim);
        if (axis.Inner == 1)
            RowSoftmax.Forward(x, y, axis.Size);
        else
            SoftmaxLines.Forward<Probability>(x, y, axis, isLogarithm: false);
    }

    /// <summary>Computes <c>dx = y · (dy - Σ y dy)</c>.</summary>
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dim)
    {
        if (!dx.IsWanted)
            return;
        var axis = Axis.Of(xShape, dim);
        if (axis.Inner == 1)
            RowSoftmax.Backward(y, dy, dx, axis.Size);
        else
            SoftmaxLines.Backward<Derivative>(y, dy, y, dx, axis);
    }

    /// <summary>Given an exponential and the sum of its line.</summary>
    private readonly struct Probability : ILineFunction
    {
        public static V Apply<V>(V x, V z, V first, V second, V third)
            where V : struct, IVector<V>
            => x / second;
    }

    private readonly struct Derivative : ILineFunction
    {
        public static V Apply<V>(V x, V z, V first, V second, V third)
            where V : struct, IVector<V>
            => x * (z - first);
    }
}
