using System.Numerics.Tensors;

namespace NnGen.Metrics;

/// <summary>How many tokens a language model hesitates between: e to the power of the mean cross-entropy.</summary>
/// <param name="ignoreIndex">A target that does not count, such as padding. Default: -100.</param>
public sealed class Perplexity(long ignoreIndex = -100) : IMetric
{
    private double _sum;

    /// <summary>How many tokens there were.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public double Value => Math.Exp(_sum / Count);

    /// <summary>Adds a batch.</summary>
    /// <param name="logits">Shape <c>*B, C</c>.</param>
    /// <param name="targets">Shape <c>*B</c>: the tokens.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a token is out of range; nothing has changed.</exception>
    public void Update(Tensor logits, Tensor<long> targets)
    {
        int classes = Predictions.CheckScores(logits, targets);
        var tokens = targets.AsSpan();
        foreach (long token in tokens)
        {
            if (token != ignoreIndex)
                Predictions.Class(token, classes);
        }

        for (int row = 0; row < tokens.Length; row++)
        {
            if (tokens[row] == ignoreIndex)
                continue;
            _sum += CrossEntropy(logits.AsSpan().Slice(row * classes, classes), (int)tokens[row]);
            Count++;
        }
    }

    /// <inheritdoc/>
    public void Reset() => (_sum, Count) = (0, 0);

    private static double CrossEntropy(ReadOnlySpan<float> logits, int target)
    {
        double largest = TensorPrimitives.Max(logits), sum = 0;
        foreach (float logit in logits)
            sum += Math.Exp(logit - largest);
        return largest + Math.Log(sum) - logits[target];
    }
}
