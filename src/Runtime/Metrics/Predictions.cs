using System.Numerics.Tensors;

namespace NnGen.Metrics;

/// <summary>What metrics read from a model's results.</summary>
internal static class Predictions
{
    /// <summary>Refuses scores and targets that do not belong together.</summary>
    /// <returns>Number of classes.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static int CheckScores(Tensor scores, Tensor<long> targets)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(targets);
        if (scores.Rank == 0 || !scores.Shape.Dims[..^1].SequenceEqual(targets.Shape.Dims))
            throw new ArgumentException($"Scores of shape {scores.Shape} need targets of shape {Shape.Create(scores.Shape.Dims[..Math.Max(0, scores.Rank - 1)])}, found {targets.Shape}: a class for each row.", nameof(targets));
        return scores.Shape[^1];
    }

    /// <summary>Refuses tensors of different shapes.</summary>
    public static void CheckSameShape(TensorBase predictions, TensorBase targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        if (predictions.Shape != targets.Shape)
            throw new ArgumentException($"Predictions are of shape {predictions.Shape}, but targets of shape {targets.Shape}: expected the same.", nameof(targets));
    }

    /// <summary>A class as an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static int Class(long value, int classes)
        => value >= 0 && value < classes
            ? (int)value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The class {value} is out of range: there are {classes} classes.");

    /// <summary>The class of the largest score.</summary>
    public static int Largest(ReadOnlySpan<float> scores) => TensorPrimitives.IndexOfMax(scores);
}
