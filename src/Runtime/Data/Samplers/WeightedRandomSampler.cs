namespace NnGen.Data;

/// <summary>
/// Samples drawn with probabilities in proportion to weights, as for classes of different sizes:
/// <c>torch.utils.data.WeightedRandomSampler</c>.
/// </summary>
public sealed class WeightedRandomSampler : Sampler
{
    private readonly double[] _weights;
    private readonly bool _replacement;
    private readonly Generator? _generator;

    /// <summary>Makes a sampler.</summary>
    /// <param name="weights">A weight for each sample of the dataset; they need not add up to one.</param>
    /// <param name="numSamples">How many samples an epoch has.</param>
    /// <param name="replacement">Whether a sample may be drawn again within an epoch. Default: true.</param>
    /// <param name="generator">Where samples are drawn from. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, all are zero, or there are fewer samples than are to be drawn.</exception>
    public WeightedRandomSampler(IEnumerable<double> weights, int numSamples, bool replacement = true, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numSamples);
        _weights = [.. weights];
        if (_weights.Any(weight => !double.IsFinite(weight) || weight < 0) || _weights.Sum() <= 0)
            throw new ArgumentException("Weights must be finite and not negative, and not all zero.", nameof(weights));
        if (!replacement && numSamples > _weights.Count(weight => weight > 0))
            throw new ArgumentException($"{numSamples} samples cannot be drawn without replacement: {_weights.Count(weight => weight > 0)} have a weight above zero.", nameof(numSamples));
        Count = numSamples;
        _replacement = replacement;
        _generator = generator;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator()
        => CategoricalSampling.Draw(_weights, Count, _replacement, _generator ?? Rng.Default).AsEnumerable().GetEnumerator();
}
