using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Zeroes each element with a probability and scales the others so that the mean stays. The mask is not kept: the backward pass
/// draws it again from the same random state.
/// </summary>
[Op("x: *S -> y: *S")]
public static partial class DropoutOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws: none in evaluation.</summary>
    public static long Draws(int s, double p, bool training) => training && p is > 0 and < 1 ? s : 0;

    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result.</param>
    /// <param name="random">Where the random numbers come from.</param>
    /// <param name="p">Probability of an element to be zeroed.</param>
    /// <param name="training">Whether anything is zeroed at all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, RandomState random, double p = 0.5, bool training = true)
    {
        if (p is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), $"dropout probability has to be between 0 and 1, but got {p}");
        Mask(x, new Gradient(y, accumulate: false), random, p, training);
    }

    /// <summary>Applies the same mask to the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, RandomState random, double p, bool training)
    {
        if (dx.IsWanted)
            Mask(dy, dx, random, p, training);
    }

    private static void Mask(ReadOnlySpan<float> x, Gradient y, RandomState random, double p, bool training)
    {
        if (!training || p == 0)
            y.Write(x);
        else
            DropoutJob.Run(x, y.Span, y.Accumulate, random, (float)(1 - p), p == 1 ? 0 : (float)(1 / (1 - p)));
    }
}
