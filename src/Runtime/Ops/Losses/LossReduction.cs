namespace NnGen.Kernels;

/// <summary>Makes one result of many losses, and spreads its gradient over them. Sums are taken in double precision.</summary>
internal static class LossReduction
{
    /// <summary>Refuses what is no reduction, and the mean over the batch where a loss has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Validate(Reduction reduction, bool hasBatchMean = false)
    {
        var last = hasBatchMean ? Reduction.BatchMean : Reduction.Sum;
        if (reduction < Reduction.None || reduction > last)
            throw new ArgumentOutOfRangeException(nameof(reduction), $"{reduction} is not a valid value for reduction");
    }

    /// <summary>Writes the losses, their sum, or their sum divided by <paramref name="total"/>.</summary>
    public static void Forward(ReadOnlySpan<float> losses, Span<float> y, Reduction reduction, double total)
    {
        if (reduction == Reduction.None)
        {
            losses.CopyTo(y);
            return;
        }

        var sum = DimSums.Sum(losses);
        y[0] = (float)(reduction == Reduction.Sum ? sum : sum / total);
    }

    /// <summary>The gradient of one loss.</summary>
    public static float Gradient(ReadOnlySpan<float> dy, int index, Reduction reduction, double total) => reduction switch
    {
        Reduction.None => dy[index],
        Reduction.Sum => dy[0],
        _ => (float)(dy[0] / total),
    };
}
