namespace NnGen.Metrics;

/// <summary>How the numbers of several classes become one.</summary>
public enum Averaging
{
    /// <summary>All samples count alike, whatever their class.</summary>
    Micro,

    /// <summary>All classes count alike.</summary>
    Macro,

    /// <summary>Classes count by their samples.</summary>
    Weighted,
}

/// <summary>
/// How many samples of each class were taken for which: accuracy, precision, recall and F1 are read from it. A quotient whose divisor
/// is 0, such as the precision of a class that was never predicted, is 0, as in scikit-learn.
/// </summary>
public sealed class ConfusionMatrix : IMetric
{
    private readonly long[,] _counts;

    /// <summary>Makes a matrix.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Classes = classes;
        _counts = new long[classes, classes];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of samples.</summary>
    public long Count { get; private set; }

    /// <summary>The accuracy.</summary>
    public double Value => (double)Sum(i => _counts[i, i]) / Count;

    /// <summary>How many samples of class <paramref name="target"/> were taken for class <paramref name="predicted"/>.</summary>
    public long this[int target, int predicted] => _counts[target, predicted];

    /// <summary>Adds a batch.</summary>
    /// <param name="scores">Shape <c>*B, C</c>: logits or probabilities, of which the largest is the prediction.</param>
    /// <param name="targets">Shape <c>*B</c>: the classes.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a class is out of range; nothing has changed.</exception>
    public void Update(Tensor scores, Tensor<long> targets)
    {
        int classes = Predictions.CheckScores(scores, targets);
        if (classes != Classes)
            throw new ArgumentException($"There are scores of {classes} classes, but the matrix is of {Classes}.", nameof(scores));
        var predictions = Tensor<long>.Empty(targets.Shape);
        var predicted = predictions.AsWritableSpan();
        for (int row = 0; row < predicted.Length; row++)
            predicted[row] = Predictions.Largest(scores.AsSpan().Slice(row * classes, classes));
        Update(predictions, targets);
    }

    /// <summary>Adds a batch.</summary>
    /// <param name="predictions">The predicted classes.</param>
    /// <param name="targets">The classes, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ, or a class is out of range; nothing has changed.</exception>
    public void Update(Tensor<long> predictions, Tensor<long> targets)
    {
        Predictions.CheckSameShape(predictions, targets);
        var predicted = predictions.AsSpan();
        var actual = targets.AsSpan();
        for (int i = 0; i < actual.Length; i++)
        {
            Predictions.Class(predicted[i], Classes);
            Predictions.Class(actual[i], Classes);
        }

        for (int i = 0; i < actual.Length; i++)
            _counts[actual[i], predicted[i]]++;
        Count += actual.Length;
    }

    /// <summary>Which part of the samples taken for a class is of it.</summary>
    public double Precision(int label) => Quotient(_counts[label, label], Predicted(label));

    /// <summary>Which part of the samples of a class was taken for it.</summary>
    public double Recall(int label) => Quotient(_counts[label, label], Actual(label));

    /// <summary>The harmonic mean of precision and recall of a class.</summary>
    public double F1(int label) => Quotient(2 * _counts[label, label], Predicted(label) + Actual(label));

    /// <summary>The precision over all classes.</summary>
    public double Precision(Averaging averaging = Averaging.Macro) => Average(Precision, averaging);

    /// <summary>The recall over all classes.</summary>
    public double Recall(Averaging averaging = Averaging.Macro) => Average(Recall, averaging);

    /// <summary>F1 over all classes.</summary>
    public double F1(Averaging averaging = Averaging.Macro) => Average(F1, averaging);

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Clear(_counts);
        Count = 0;
    }

    private static double Quotient(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    /// <summary>Classes without samples and without predictions do not count, as in scikit-learn.</summary>
    private double Average(Func<int, double> ofClass, Averaging averaging)
    {
        if (averaging == Averaging.Micro)
            return Value;
        double sum = 0, weights = 0;
        for (int label = 0; label < Classes; label++)
        {
            double weight = averaging == Averaging.Weighted ? Actual(label) : Actual(label) + Predicted(label) > 0 ? 1 : 0;
            sum += weight * ofClass(label);
            weights += weight;
        }

        return sum / weights;
    }

    private long Actual(int label) => Sum(predicted => _counts[label, predicted]);

    private long Predicted(int label) => Sum(actual => _counts[actual, label]);

    private long Sum(Func<int, long> count)
    {
        long sum = 0;
        for (int i = 0; i < Classes; i++)
            sum += count(i);
        return sum;
    }
}
