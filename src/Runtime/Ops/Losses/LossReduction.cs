namespace NnGen.Kernels;

/// <summary>Makes one result of many losses, and spreads its gradient over them. Sums are taken in double precision.</summary>
internal static class LossReduction
{
    /// <summary>Writes the losses, their sum, or their sum divided by <paramref name="total"/>.</summary>
    public static void Forward(ReadOnlySpan<float> losses, Span<float> y, Reduction reduction, double total)
    {
        if (reduction == Reduction.None)
        {
            losses.CopyTo(y);
            return;
        }

        var sum = DimSums.Sum(losses);
        y[0] = (float)(reduction == Reduction.Mean ? sum / total : sum);
    }

    /// <summary>The gradient of one loss.</summary>
    public static float Gradient(ReadOnlySpan<float> dy, int index, Reduction reduction, double total) => reduction switch
    {
        Reduction.None => dy[index],
        Reduction.Mean => (float)(dy[0] / total),
        _ => dy[0],
    };
}
