namespace NnGen.Data;

/// <summary>The samples in their order.</summary>
/// <param name="count">Number of samples.</param>
public sealed class SequentialSampler(int count) : Sampler
{
    /// <inheritdoc/>
    public override int Count { get; } = count;

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator() => Enumerable.Range(0, Count).GetEnumerator();
}
