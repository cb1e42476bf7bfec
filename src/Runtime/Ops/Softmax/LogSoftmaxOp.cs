using NnGen.Kernels;

namespace NnGen;

/// <summary>The logarithm of <see cref="SoftmaxOp"/>, computed without leaving the range of a float.</summary>
[Op("x: *S -> y: *S where D = size(*S, dim) | x: () -> y: () when dim == 0 || dim == -1")]
public static partial class LogSoftmaxOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int dim)
        => SoftmaxLines.Forward<LogProbability>(x, y, Axis.Of(xShape, dim), isLogarithm: true);

    /// <summary>Computes <c>dx = dy - exp(y) · Σ dy</c>.</summary>
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dim)
    {
        if (dx.IsWanted)
            SoftmaxLines.Backward<Derivative>(y, dy, default, dx, Axis.Of(xShape, dim));
    }

    private readonly struct LogProbability : ILineFunction
    {
        public static V Apply<V>(V x, V z, V first, V second, V third)
            where V : struct, IVector<V>
            => (x - first) - second;
    }

    private readonly struct Derivative : ILineFunction
    {
        public static V Apply<V>(V x, V z, V first, V second, V third)
            where V : struct, IVector<V>
            => z - (V.Exp(x) * first);
    }
}
