namespace NnGen.Metrics;

/// <summary>The mean of numbers as they come, such as the loss over an epoch.</summary>
public sealed class RunningMean : IMetric
{
    private double _sum;

    /// <summary>How many numbers there were, or the sum of their weights.</summary>
    public long Count { get; private set; }

    /// <summary>The mean; NaN before the first number.</summary>
    public double Value => _sum / Count;

    /// <summary>Adds a number.</summary>
    /// <param name="value">The number, for example the mean loss of a batch.</param>
    /// <param name="count">For how many it stands, for example the samples of the batch. Default: 1.</param>
    public void Update(double value, long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _sum += value * count;
        Count += count;
    }

    /// <inheritdoc/>
    public void Reset() => (_sum, Count) = (0, 0);
}
