namespace NnGen.Kernels;

/// <summary>Running means and variances of channels.</summary>
internal static class RunningStatistics
{
    /// <summary>Moves running statistics towards those of a batch, averaged over samples where each has its own.</summary>
    /// <param name="running">The running statistic of each channel; empty: none is kept.</param>
    /// <param name="batch">The batch's own: of each channel, or of each channel in each sample.</param>
    /// <param name="share">Share of the batch.</param>
    /// <param name="factor">Factor of the batch's own.</param>
    public static void Move(Span<float> running, ReadOnlySpan<float> batch, double share, double factor = 1)
    {
        for (var channel = 0; channel < running.Length; channel++)
        {
            var (sum, count) = (0.0, 0);
            for (var i = channel; i < batch.Length; i += running.Length, count++)
                sum += batch[i];
            running[channel] = (float)((share * factor * sum / count) + ((1 - share) * running[channel]));
        }
    }

    /// <summary>Hands the running statistics out to sets: each channel's to all of its own.</summary>
    /// <param name="runningMean">The running mean of each channel.</param>
    /// <param name="runningVar">The running variance of each channel.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="mean">The means of the sets.</param>
    /// <param name="rstd">The reciprocals of their standard deviations.</param>
    /// <exception cref="ArgumentException">There are no running statistics.</exception>
    public static void Use(ReadOnlySpan<float> runningMean, ReadOnlySpan<float> runningVar, double eps, Span<float> mean, Span<float> rstd)
    {
        if (mean.Length > 0 && (runningMean.IsEmpty || runningVar.IsEmpty))
            throw new ArgumentException("Expected running_mean and running_var to be defined when training=False");
        for (var set = 0; set < mean.Length; set++)
        {
            mean[set] = runningMean[set % runningMean.Length];
            rstd[set] = (float)(1 / Math.Sqrt(runningVar[set % runningVar.Length] + eps));
        }
    }
}
