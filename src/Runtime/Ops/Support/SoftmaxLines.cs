using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>What softmax and its logarithm have in common: a pass that reduces each line, and one that applies what it found.</summary>
internal static class SoftmaxLines
{
    /// <summary>
    /// Applies a function of each element, the largest of its line, and the sum of exponentials relative to it or its logarithm.
    /// </summary>
    public static void Forward<TFunction>(ReadOnlySpan<float> x, Span<float> y, Axis axis, bool isLogarithm)
        where TFunction : struct, ILineFunction
    {
        using var scratch = Scratch.Rent(2L * axis.Lines);
        var max = scratch.Span(2 * axis.Lines)[..axis.Lines];
        var sum = scratch.Span(2 * axis.Lines)[axis.Lines..];
        SumExpJob.Run(x, axis, max, sum);
        if (isLogarithm)
            TensorPrimitives.Log(sum, sum);
        LineJob<TFunction>.Run(x, x, axis, max, sum, sum, y, accumulate: false);
    }

    /// <summary>Applies a function of each result, its gradient, and the sum of the line's gradients, each times a factor.</summary>
    /// <param name="y">The results.</param>
    /// <param name="dy">Their gradients.</param>
    /// <param name="factor">What gradients are multiplied by before they are summed; empty: nothing.</param>
    /// <param name="dx">Where to write.</param>
    /// <param name="axis">The dim.</param>
    public static void Backward<TFunction>(
        ReadOnlySpan<float> y, ReadOnlySpan<float> dy, ReadOnlySpan<float> factor, Gradient dx, Axis axis)
        where TFunction : struct, ILineFunction
    {
        using var scratch = Scratch.Rent(axis.Lines);
        var sums = scratch.Span(axis.Lines);
        LineSumJob.Run(dy, factor, axis, sums);
        LineJob<TFunction>.Run(y, dy, axis, sums, sums, sums, dx.Span, dx.Accumulate);
    }

    /// <summary>Writes the softmax of each line, times a number of its own.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The dim.</param>
    /// <param name="max">The largest of each line.</param>
    /// <param name="sum">The sum of exponentials relative to it.</param>
    /// <param name="scale">The number; where it is 0, zeros are written.</param>
    /// <param name="dx">Where to write.</param>
    public static void Gradient(
        ReadOnlySpan<float> x, Axis axis, ReadOnlySpan<float> max, ReadOnlySpan<float> sum, ReadOnlySpan<float> scale, Gradient dx)
    {
        using var scratch = Scratch.Rent(max.Length);
        var logSum = scratch.Span(max.Length);
        TensorPrimitives.Log(sum, logSum);
        LineJob<Scaled>.Run(x, x, axis, max, logSum, scale, dx.Span, dx.Accumulate);
    }

    /// <summary>By way of the log-softmax, as PyTorch computes it: Adam makes much of the last bit of a small gradient.</summary>
    private readonly struct Scaled : ILineFunction
    {
        public static V Apply<V>(V x, V z, V first, V second, V third)
            where V : struct, IVector<V>
            => V.AndNot(third * V.Exp((x - first) - second), V.Equal(third, V.Zero));
    }
}
