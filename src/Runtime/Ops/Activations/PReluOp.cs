using NnGen.Kernels;

namespace NnGen;

/// <summary><c>x</c> where positive, else <c>x</c> times a slope that is learnt: one for all, or one for each channel, the second dim.</summary>
[Op("x: *S; weight: 1 -> y: *S | x: N, C, *D; weight: C -> y: N, C, *D")]
public static partial class PReluOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="weight">The slopes.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the elements.</param>
    public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, Span<float> y, Shape xShape)
    {
        y.Check(x.Length);
        var inner = Inner(xShape, weight.Length);
        for (var i = 0; i < x.Length; i++)
            y[i] = x[i] > 0 ? x[i] : x[i] * weight[i / inner % weight.Length];
    }

    /// <summary>Computes the gradients of <c>x</c> and <c>weight</c>.</summary>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> dy, Gradient dx, Gradient dweight, Shape xShape)
    {
        var inner = Inner(xShape, weight.Length);
        using var scratch = Scratch.Rent(2L * weight.Length);
        var sums = scratch.Doubles(weight.Length);
        sums.Clear();
        for (var i = 0; i < x.Length; i++)
        {
            var channel = i / inner % weight.Length;
            if (x[i] <= 0)
                sums[channel] += (double)dy[i] * x[i];
            if (!dx.IsWanted)
                continue;
            var value = x[i] > 0 ? dy[i] : dy[i] * weight[channel];
            dx.Span[i] = dx.Accumulate ? dx.Span[i] + value : value;
        }

        if (!dweight.IsWanted)
            return;
        for (var c = 0; c < sums.Length; c++)
            dweight.Span[c] = (float)(dweight.Accumulate ? dweight.Span[c] + sums[c] : sums[c]);
    }

    /// <summary>How many elements of a channel stand side by side.</summary>
    private static int Inner(Shape shape, int weights)
    {
        var inner = 1;
        for (var d = 2; d < shape.Rank && weights > 1; d++)
            inner *= shape[d];
        return inner;
    }
}
