using System.Collections;

namespace NnGen.Data;

/// <summary>Puts the indices of a sampler together to batches: <c>torch.utils.data.BatchSampler</c>.</summary>
/// <param name="sampler">The indices of an epoch.</param>
/// <param name="batchSize">Samples in a batch.</param>
/// <param name="dropLast">Whether to leave out a last batch that is not full. Default: false.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is not positive.</exception>
public sealed class BatchSampler(Sampler sampler, int batchSize, bool dropLast = false) : IEnumerable<int[]>
{
    private readonly int _batchSize = batchSize > 0
        ? batchSize
        : throw new ArgumentOutOfRangeException(
            nameof(batchSize), batchSize, $"batchSize should be a positive integer value, but got batchSize={batchSize}");

    /// <summary>Number of batches in an epoch.</summary>
    public int Count => (sampler.Count / _batchSize) + (dropLast || sampler.Count % _batchSize == 0 ? 0 : 1);

    /// <inheritdoc/>
    public IEnumerator<int[]> GetEnumerator()
    {
        var batch = new List<int>(_batchSize);
        foreach (int index in sampler)
        {
            batch.Add(index);
            if (batch.Count == _batchSize)
            {
                yield return [.. batch];
                batch.Clear();
            }
        }

        if (batch.Count > 0 && !dropLast)
            yield return [.. batch];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
