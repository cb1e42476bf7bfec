namespace NnGen.Data;

/// <summary>A dataset whose samples go through a function each time they are read.</summary>
internal sealed class TransformedDataset<TSource, TSample>(Dataset<TSource> dataset, Func<TSource, TSample> transform) : Dataset<TSample>
{
    /// <inheritdoc/>
    public override int Count => dataset.Count;

    /// <inheritdoc/>
    public override TSample this[int index] => transform(dataset[index]);
}
