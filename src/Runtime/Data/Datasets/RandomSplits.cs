namespace NnGen.Data;

/// <summary>Splits datasets at random: <c>torch.utils.data.random_split</c>.</summary>
public static class RandomSplits
{
    private const double SumTolerance = 1e-9;

    /// <summary>Splits a dataset into parts of given lengths, drawn as PyTorch draws them.</summary>
    /// <typeparam name="TSample">What one sample is.</typeparam>
    /// <param name="dataset">The dataset.</param>
    /// <param name="lengths">How many samples each part has.</param>
    /// <param name="generator">Where the order is drawn from. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentException">A length is negative, or they do not add up to the samples of the dataset.</exception>
    public static Subset<TSample>[] RandomSplit<TSample>(this Dataset<TSample> dataset, IReadOnlyList<int> lengths, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(lengths);
        if (lengths.Any(length => length < 0) || lengths.Sum(length => (long)length) != dataset.Count)
        {
            throw new ArgumentException(
                $"Sum of input lengths does not equal the length of the input dataset: [{string.Join(", ", lengths)}] and {dataset.Count} samples.",
                nameof(lengths));
        }

        long[] order = new long[dataset.Count];
        (generator ?? Rng.Default).FillPermutation(order);
        var parts = new Subset<TSample>[lengths.Count];
        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = new Subset<TSample>(dataset, Array.ConvertAll(order[start..(start + lengths[i])], index => (int)index));
            start += lengths[i];
        }

        return parts;
    }

    /// <summary>Splits a dataset into parts of given fractions; what rounding leaves goes to the first parts, one sample each.</summary>
    /// <typeparam name="TSample">What one sample is.</typeparam>
    /// <param name="dataset">The dataset.</param>
    /// <param name="fractions">The fractions, which add up to 1.</param>
    /// <param name="generator">Where the order is drawn from. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentException">A fraction is not between 0 and 1, or they do not add up to 1.</exception>
    public static Subset<TSample>[] RandomSplit<TSample>(this Dataset<TSample> dataset, IReadOnlyList<double> fractions, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(fractions);
        int wrong = fractions.ToList().FindIndex(fraction => fraction is not (>= 0 and <= 1));
        if (wrong >= 0)
            throw new ArgumentException($"Fraction at index {wrong} is not between 0 and 1: {fractions[wrong]}.", nameof(fractions));
        if (Math.Abs(fractions.Sum() - 1) > SumTolerance)
            throw new ArgumentException($"The fractions [{string.Join(", ", fractions)}] add up to {fractions.Sum()}: expected 1.", nameof(fractions));
        int[] lengths = [.. fractions.Select(fraction => (int)Math.Floor(dataset.Count * fraction))];
        int left = dataset.Count - lengths.Sum();
        for (int i = 0; i < left; i++)
            lengths[i % lengths.Length]++;
        return dataset.RandomSplit(lengths, generator);
    }
}
