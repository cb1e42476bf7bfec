namespace NnGen;

/// <summary>A layer that keeps statistics of what it has seen: the batch normalizations.</summary>
internal interface IRunningStatistics
{
    /// <summary>Whether they are kept.</summary>
    bool TrackRunningStats { get; }

    /// <summary>Share of a batch in them; null: all batches count alike.</summary>
    double? Momentum { get; set; }

    /// <summary>Starts them again.</summary>
    void ResetRunningStats();
}
