namespace NnGen.Data;

/// <summary>Some samples in a new random order each time: <c>torch.utils.data.SubsetRandomSampler</c>.</summary>
/// <param name="indices">Which samples.</param>
/// <param name="generator">Where permutations are drawn from. Default: <see cref="Rng.Default"/>.</param>
public sealed class SubsetRandomSampler(IReadOnlyList<int> indices, Generator? generator = null) : Sampler
{
    /// <inheritdoc/>
    public override int Count => indices.Count;

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator()
    {
        long[] order = new long[indices.Count];
        (generator ?? Rng.Default).FillPermutation(order);
        foreach (long index in order)
            yield return indices[(int)index];
    }
}
