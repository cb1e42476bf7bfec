using NnGen.Kernels;

namespace NnGen;

/// <summary>Zeroes whole channels of images with a probability and scales the others so that the mean stays. The mask is not kept: the backward pass draws it again.</summary>
[Op("x: *S -> y: *S")]
public static partial class Dropout2dOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws at most: none in evaluation.</summary>
    public static long Draws(int s, double p, bool training) => training && p is > 0 and < 1 ? s : 0;

    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result.</param>
    /// <param name="random">Where the random numbers come from.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="p">Probability of being dropped. Default: 0.5.</param>
    /// <param name="training">Whether anything is dropped at all. Default: yes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, RandomState random, Shape xShape, double p = 0.5, bool training = true)
    {
        RandomRows.ValidateProbability(p);
        RandomRows.Drop(x, new Gradient(y, accumulate: false), random, RandomRows.ChannelLength(xShape, unbatchedRank: 0), training ? p : 0, isAlpha: false, isGradient: false);
    }

    /// <summary>Applies the same mask to the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, RandomState random, Shape xShape, double p, bool training)
    {
        if (dx.IsWanted)
            RandomRows.Drop(dy, dx, random, RandomRows.ChannelLength(xShape, unbatchedRank: 0), training ? p : 0, isAlpha: false, isGradient: true);
    }
}
