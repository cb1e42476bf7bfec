namespace NnGen.Data;

/// <summary>The samples in a new random order each time, drawn as PyTorch's RandomSampler draws it.</summary>
/// <param name="count">Number of samples.</param>
/// <param name="generator">Where permutations are drawn from. Default: a new one each time, seeded from the default one.</param>
public sealed class RandomSampler(int count, Generator? generator = null) : Sampler
{
    /// <inheritdoc/>
    public override int Count { get; } = count;

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator()
    {
        var source = generator ?? new Generator((long)(Rng.Default.NextUInt64() & long.MaxValue));
        long[] order = new long[Count];
        source.FillPermutation(order);
        foreach (long index in order)
            yield return (int)index;
        if (generator is not null)
            generator.FillPermutation(order);                   // PyTorch draws one more for the rest of an epoch, which is empty here
    }
}
