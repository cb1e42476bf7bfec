namespace NnGen.Metrics;

/// <summary>A number that says how good a model is, gathered over batches.</summary>
public interface IMetric
{
    /// <summary>The metric over all that was given since the last <see cref="Reset"/>; NaN where nothing was.</summary>
    double Value { get; }

    /// <summary>Forgets what was given, as at the start of an epoch.</summary>
    void Reset();
}
