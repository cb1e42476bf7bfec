using System.Collections;

namespace NnGen.Data;

/// <summary>The order in which a <see cref="DataLoader{TBatch}"/> takes samples: each enumeration gives the indices of one epoch.</summary>
public abstract class Sampler : IEnumerable<int>
{
    /// <summary>Number of indices in an epoch.</summary>
    public abstract int Count { get; }

    /// <inheritdoc/>
    public abstract IEnumerator<int> GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
