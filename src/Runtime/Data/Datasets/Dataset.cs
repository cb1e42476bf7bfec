namespace NnGen.Data;

/// <summary>A map-style dataset: samples by index. A <see cref="DataLoader{TBatch}"/> puts them together to batches.</summary>
/// <typeparam name="TSample">What one sample is, for example <c>(Tensor, Tensor&lt;long&gt;)</c>: an image and its class.</typeparam>
/// <remarks>With workers in the loader, samples are read from several threads at once.</remarks>
public abstract class Dataset<TSample>
{
    /// <summary>Number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>The sample at <paramref name="index"/>, 0 to <see cref="Count"/> - 1.</summary>
    public abstract TSample this[int index] { get; }

    /// <summary>The dataset with a way to put its samples together, as a <see cref="DataLoader{TBatch}"/> takes it.</summary>
    /// <param name="collate">Makes a batch of samples, for example <see cref="Collate.Pairs"/>.</param>
    /// <typeparam name="TBatch">What a batch is.</typeparam>
    public IBatchSource<TBatch> Collated<TBatch>(Func<IReadOnlyList<TSample>, TBatch> collate)
    {
        ArgumentNullException.ThrowIfNull(collate);
        return new CollatedDataset<TSample, TBatch>(this, collate);
    }

    /// <summary>The dataset where it gathers such batches at once, without making single samples; null where it does not.</summary>
    /// <typeparam name="TBatch">What a batch is.</typeparam>
    public virtual IBatchSource<TBatch>? AsBatchSource<TBatch>() => this as IBatchSource<TBatch>;

    /// <summary>The dataset with a function that each sample goes through when it is read, such as one of <see cref="ImageTransforms"/>.</summary>
    /// <param name="transform">Changes a sample.</param>
    /// <typeparam name="TResult">What a sample becomes.</typeparam>
    public Dataset<TResult> Select<TResult>(Func<TSample, TResult> transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        return new TransformedDataset<TSample, TResult>(this, transform);
    }
}
