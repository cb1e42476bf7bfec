namespace NnGen.Kernels;

/// <summary>Random numbers of a whole op, and dropout of rows of elements together.</summary>
internal static unsafe class RandomRows
{
    /// <summary>What a dropped element becomes where the distribution is to be kept (Klambauer et al. 2017): minus SELU's scale times its alpha.</summary>
    private const double SaturatedValue = -1.7580993408473766;

    /// <summary>Numbers uniform in [0, 1).</summary>
    /// <param name="scratch">Room for them, up to a whole block.</param>
    /// <param name="random">Where they come from.</param>
    /// <param name="count">How many.</param>
    public static ReadOnlySpan<float> Uniform(Scratch scratch, RandomState random, int count)
    {
        Philox.Uniform(random, scratch.Pointer, (count + Philox.BlockLength - 1) / Philox.BlockLength);
        return scratch.Span(count);
    }

    /// <summary>Elements side by side that are dropped together, where all of a channel of a sample are.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="unbatchedRank">Number of dims at which there is no batch.</param>
    public static int ChannelLength(Shape shape, int unbatchedRank)
    {
        var length = 1;
        for (var d = shape.Rank == unbatchedRank ? 1 : 2; d < shape.Rank; d++)
            length *= shape[d];
        return length;
    }

    /// <summary>Drops rows of elements: to 0, and what stays is scaled; or to what keeps mean and variance.</summary>
    /// <param name="x">The elements, or the gradient of the result.</param>
    /// <param name="y">Where the result is written.</param>
    /// <param name="random">Where the random numbers come from, one for each row.</param>
    /// <param name="length">Elements of a row.</param>
    /// <param name="p">Probability of a row to be dropped.</param>
    /// <param name="isAlpha">Whether mean and variance are kept.</param>
    /// <param name="isGradient">Whether <paramref name="x"/> is a gradient: nothing is added to it then.</param>
    public static void Drop(ReadOnlySpan<float> x, Gradient y, RandomState random, int length, double p, bool isAlpha, bool isGradient)
    {
        x.Check(y.Span.Length);
        var rows = length == 0 ? 0 : x.Length / length;
        using var scratch = Scratch.Rent(rows + Philox.BlockLength);
        var uniform = p is 0 or 1 ? default : Uniform(scratch, random, rows);
        var scale = p == 1 ? 0 : isAlpha ? 1 / Math.Sqrt((1 - p) * (1 + (p * SaturatedValue * SaturatedValue))) : 1 / (1 - p);
        var shift = isAlpha && !isGradient ? -scale * SaturatedValue * p : 0;
        var dropped = isAlpha && !isGradient ? (float)((scale * SaturatedValue) + shift) : 0;
        for (var row = 0; row < rows; row++)
        {
            var isKept = p == 0 || (p < 1 && uniform[row] < (float)(1 - p));
            for (var i = row * length; i < (row + 1) * length; i++)
            {
                var value = isKept ? (float)((x[i] * scale) + shift) : dropped;
                y.Span[i] = y.Accumulate ? y.Span[i] + value : value;
            }
        }
    }

    /// <summary>Refuses what is no probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public static void ValidateProbability(double p)
    {
        if (p is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), $"dropout probability has to be between 0 and 1, but got {p}");
    }
}
