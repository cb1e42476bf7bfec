using System.Collections;

namespace NnGen.Data;

/// <summary>A loader's batches, each enumeration being an epoch that a function starts.</summary>
internal sealed class Epochs<TBatch>(Func<IEnumerator<TBatch>> start) : IEnumerable<TBatch>
{
    /// <inheritdoc/>
    public IEnumerator<TBatch> GetEnumerator() => start();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
