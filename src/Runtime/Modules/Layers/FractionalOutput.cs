namespace NnGen;

/// <summary>What fractional pooling layers refuse when they are made.</summary>
internal static class FractionalOutput
{
    /// <summary>The ratio, if it and the presence of a size are right.</summary>
    /// <exception cref="ArgumentException">Not exactly one of size and ratio is given, or the ratio is not between 0 and 1.</exception>
    public static ScaleFactor? Check(bool hasSize, ScaleFactor? ratio)
    {
        if (!hasSize && ratio is null)
            throw new ArgumentException("FractionalMaxPool requires specifying either an output size, or a pooling ratio");
        if (hasSize && ratio is not null)
            throw new ArgumentException("only one of output_size and output_ratio may be specified");
        if (ratio is { } given)
        {
            foreach (var item in given.Items)
            {
                if (item is not (> 0 and < 1))
                    throw new ArgumentException($"output_ratio must be between 0 and 1 (got {given})");
            }
        }

        return ratio;
    }
}
