using NnGen.Kernels;

namespace NnGen;

/// <summary>Zeroes whole channels of sequences with a probability and scales the others so that the mean stays. The mask is not kept: the backward pass draws it again.</summary>
[Op("x: *S -> y: *S")]
public static partial class Dropout1dOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws at most: none in evaluation.</summary>
    public static long Draws(Shape xShape, double p, bool training) => training && p is > 0 and < 1 && (xShape.Rank is 2 or 3) ? xShape.Count : 0;

    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result.</param>
    /// <param name="random">Where the random numbers come from.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="p">Probability of being dropped. Default: 0.5.</param>
    /// <param name="training">Whether anything is dropped at all. Default: yes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    /// <exception cref="ShapeException">The input is neither a sequence nor a batch of sequences.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, RandomState random, Shape xShape, double p = 0.5, bool training = true)
    {
        RandomRows.ValidateProbability(p);
        if (xShape.Rank is not (2 or 3))
            throw new ShapeException($"dropout1d: Expected 2D or 3D input, but received a {xShape.Rank}D input.");
        RandomRows.Drop(x, new Gradient(y, accumulate: false), random, RandomRows.ChannelLength(xShape, unbatchedRank: 2), training ? p : 0, isAlpha: false, isGradient: false);
    }

    /// <summary>Applies the same mask to the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, RandomState random, Shape xShape, double p, bool training)
    {
        if (dx.IsWanted)
            RandomRows.Drop(dy, dx, random, RandomRows.ChannelLength(xShape, unbatchedRank: 2), training ? p : 0, isAlpha: false, isGradient: true);
    }
}
