using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>What softmax and its logarithm have in common: a pass that reduces each line, and one that applies what it found.</summary>
internal static unsafe class SoftmaxLines
{
    /// <summary>
    /// Applies a function of each element, the largest of its line, and the sum of exponentials relative to it or its logarithm.
    /// </summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The results.</param>
    /// <param name="axis">The dim.</param>
    /// <param name="isLogarithm">Whether the function is given the logarithm of the sum, and each element; else each exponential.</param>
    public static void Forward<TFunction>(ReadOnlySpan<float> x, Span<float> y, Axis axis, bool isLogarithm)
        where TFunction : struct, ILineFunction
    {
        x.Check(axis.Lines * axis.Size);
        y.Check(x.Length);
        using var scratch = Scratch.Rent(2L * axis.Lines);
        fixed (float* px = x, py = y)
        {
            Lines lines = new(axis);
            SumExpJob sums = new()
            {
                Lines = lines,
                X = px,
                Max = scratch.Pointer,
                Sum = scratch.Pointer + axis.Lines,
                Exponentials = isLogarithm ? null : py,
                IsLogarithm = isLogarithm,
            };
            var elements = isLogarithm ? px : py;
            LineJob<TFunction> results = new()
            {
                Lines = lines,
                X = elements,
                Z = elements,
                First = sums.Max,
                Second = sums.Sum,
                Third = sums.Sum,
                Y = py,
            };
            new LinesInTurn<SumExpJob, LineJob<TFunction>>(lines, sums, results).Run();
        }
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
        y.Check(axis.Lines * axis.Size);
        dy.Check(y.Length);
        dx.Span.Check(y.Length);
        if (!factor.IsEmpty)
            factor.Check(y.Length);
        using var scratch = Scratch.Rent(axis.Lines);
        fixed (float* py = y, pdy = dy, pf = factor, pdx = dx.Span)
        {
            Lines lines = new(axis);
            LineSumJob sums = new() { Lines = lines, X = pdy, Factor = pf, Sums = scratch.Pointer };
            LineJob<TFunction> results = new()
            {
                Lines = lines,
                X = py,
                Z = pdy,
                First = sums.Sums,
                Second = sums.Sums,
                Third = sums.Sums,
                Y = pdx,
                Accumulate = dx.Accumulate,
            };
            new LinesInTurn<LineSumJob, LineJob<TFunction>>(lines, sums, results).Run();
        }
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
