namespace NnGen.Metrics;

/// <summary>
/// The area under the receiver operating characteristic: how probable it is that a positive sample has a larger score than a negative
/// one, equal scores counting half. It keeps all scores.
/// </summary>
public sealed class Auroc : IMetric
{
    private readonly List<(float Score, bool IsPositive)> _samples = [];

    /// <inheritdoc/>
    /// <remarks>NaN where there are no positive or no negative samples, or a score is NaN.</remarks>
    public double Value
    {
        get
        {
            long positives = _samples.Count(sample => sample.IsPositive), negatives = _samples.Count - positives;
            if (_samples.Exists(sample => float.IsNaN(sample.Score)))
                return double.NaN;
            double rankSum = 0;
            long rank = 1;
            foreach (var ties in _samples.GroupBy(sample => sample.Score).OrderBy(group => group.Key))
            {
                long count = ties.LongCount();
                rankSum += ties.LongCount(sample => sample.IsPositive) * (rank + ((count - 1) / 2.0));
                rank += count;
            }

            return (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
        }
    }

    /// <summary>Adds a batch.</summary>
    /// <param name="scores">Scores or probabilities of being positive.</param>
    /// <param name="targets">1 where a sample is positive, else 0, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ, or a target is neither; nothing has changed.</exception>
    public void Update(Tensor scores, Tensor<long> targets)
    {
        Predictions.CheckSameShape(scores, targets);
        foreach (long target in targets.AsSpan())
            Predictions.Class(target, classes: 2);
        for (int i = 0; i < scores.Count; i++)
            _samples.Add((scores.AsSpan()[i], targets.AsSpan()[i] == 1));
    }

    /// <inheritdoc/>
    public void Reset() => _samples.Clear();
}
