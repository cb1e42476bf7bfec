namespace NnGen.Data;

/// <summary>Enumerates inputs and their classes in batches: <c>foreach (var (images, labels) in loader)</c>.</summary>
public sealed class DataLoader : DataLoader<(Tensor Inputs, Tensor<long> Targets)>
{
    /// <summary>Makes a loader.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch. Default: 1.</param>
    /// <param name="shuffle">Whether each epoch has a new random order. Default: false.</param>
    /// <param name="sampler">The order instead of <paramref name="shuffle"/>. Default: none.</param>
    /// <param name="numWorkers">Background threads that read batches ahead. Default: 0, batches are read by the caller.</param>
    /// <param name="dropLast">Whether to leave out a last batch that is not full. Default: false.</param>
    /// <param name="generator">Where random numbers are drawn from. Default: the default generator.</param>
    /// <param name="prefetchFactor">Batches that each worker may be ahead. Default: 2.</param>
    /// <exception cref="ArgumentException">Both <paramref name="shuffle"/> and <paramref name="sampler"/> are given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public DataLoader(
        Dataset<(Tensor Input, Tensor<long> Target)> dataset,
        int batchSize = 1,
        bool shuffle = false,
        Sampler? sampler = null,
        int numWorkers = 0,
        bool dropLast = false,
        Generator? generator = null,
        int prefetchFactor = 2)
        : base(Source(dataset), batchSize, shuffle, sampler, numWorkers, dropLast, generator, prefetchFactor)
        => Dataset = dataset;

    /// <summary>The samples.</summary>
    public Dataset<(Tensor Input, Tensor<long> Target)> Dataset { get; }

    private static IBatchSource<(Tensor Inputs, Tensor<long> Targets)> Source(Dataset<(Tensor Input, Tensor<long> Target)> dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.AsBatchSource<(Tensor Inputs, Tensor<long> Targets)>() ?? dataset.Collated(Collate.Pairs);
    }
}
