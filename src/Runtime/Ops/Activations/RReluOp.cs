using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// <c>x</c> where positive, else <c>x</c> times a slope that is drawn for each element in training, and the mean slope in evaluation.
/// </summary>
[Op("x: *S -> y: *S")]
public static partial class RReluOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws: none in evaluation.</summary>
    public static long Draws(int s, double lower, double upper, bool training) => training && lower <= upper ? s : 0;

    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result.</param>
    /// <param name="random">Where the random numbers come from.</param>
    /// <param name="lower">The least slope. Default: 1/8.</param>
    /// <param name="upper">The largest slope. Default: 1/3.</param>
    /// <param name="training">Whether slopes are drawn. Default: no.</param>
    /// <exception cref="ArgumentException">The least slope exceeds the largest.</exception>
    public static void Forward(
        ReadOnlySpan<float> x, Span<float> y, RandomState random, double lower = 1.0 / 8, double upper = 1.0 / 3, bool training = false)
    {
        if (!(lower <= upper))
            throw new ArgumentException($"Lower bound should be less than or equal to the upper bound, but got {lower} and {upper}", nameof(lower));
        y.Check(x.Length);
        Multiply(x, x, new Gradient(y, accumulate: false), random, lower, upper, training);
    }

    /// <summary>Applies the same slopes to the gradient.</summary>
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dx, RandomState random, double lower, double upper, bool training)
    {
        if (dx.IsWanted)
            Multiply(x, dy, dx, random, lower, upper, training);
    }

    private static void Multiply(
        ReadOnlySpan<float> x, ReadOnlySpan<float> factor, Gradient y, RandomState random, double lower, double upper, bool training)
    {
        using var scratch = Scratch.Rent(training ? x.Length + Philox.BlockLength : 0);
        var uniform = RandomRows.Uniform(scratch, random, training ? x.Length : 0);
        for (var i = 0; i < x.Length; i++)
        {
            var slope = training ? lower + ((upper - lower) * uniform[i]) : (lower + upper) / 2;
            var value = x[i] > 0 ? factor[i] : (float)(factor[i] * slope);
            y.Span[i] = y.Accumulate ? y.Span[i] + value : value;
        }
    }
}
