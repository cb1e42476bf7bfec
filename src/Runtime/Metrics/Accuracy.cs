namespace NnGen.Metrics;

/// <summary>Which part of the samples has its class among those of the largest scores.</summary>
public sealed class Accuracy : IMetric
{
    private readonly int _topK;
    private long _hits;

    /// <summary>Makes a metric.</summary>
    /// <param name="topK">How many of the largest scores count. Default: 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="topK"/> is not positive.</exception>
    public Accuracy(int topK = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(topK);
        _topK = topK;
    }

    /// <summary>How many samples there were.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public double Value => (double)_hits / Count;

    /// <summary>Adds a batch.</summary>
    /// <param name="scores">Shape <c>*B, C</c>: logits or probabilities. Of equal scores the first classes come first.</param>
    /// <param name="targets">Shape <c>*B</c>: the classes.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a class is out of range; nothing has changed.</exception>
    public void Update(Tensor scores, Tensor<long> targets)
    {
        int classes = Predictions.CheckScores(scores, targets);
        if (_topK > classes)
            throw new ArgumentException($"The largest {_topK} of {classes} scores were asked for.", nameof(scores));
        var classesOfRows = targets.AsSpan();
        foreach (long target in classesOfRows)
            Predictions.Class(target, classes);
        for (int row = 0; row < classesOfRows.Length; row++)
        {
            if (IsHit(scores.AsSpan().Slice(row * classes, classes), (int)classesOfRows[row]))
                _hits++;
        }

        Count += classesOfRows.Length;
    }

    /// <inheritdoc/>
    public void Reset() => (_hits, Count) = (0, 0);

    private bool IsHit(ReadOnlySpan<float> scores, int target)
    {
        int before = 0;
        for (int i = 0; i < scores.Length && before < _topK; i++)
        {
            if (scores[i] > scores[target] || (scores[i] == scores[target] && i < target) || (float.IsNaN(scores[target]) && i != target))
                before++;
        }

        return before < _topK;
    }
}
