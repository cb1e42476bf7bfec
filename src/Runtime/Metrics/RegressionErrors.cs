namespace NnGen.Metrics;

/// <summary>How far predicted numbers are from the true ones: mean squared and absolute error, and R².</summary>
public sealed class RegressionErrors : IMetric
{
    private double _squares, _magnitudes, _mean, _deviations;

    /// <summary>How many numbers there were.</summary>
    public long Count { get; private set; }

    /// <summary>The mean squared error.</summary>
    public double MeanSquaredError => _squares / Count;

    /// <summary>Its root.</summary>
    public double RootMeanSquaredError => Math.Sqrt(MeanSquaredError);

    /// <summary>The mean absolute error.</summary>
    public double MeanAbsoluteError => _magnitudes / Count;

    /// <summary>
    /// The coefficient of determination: 1 less the quotient of the squared errors and the squared deviations of the true numbers from
    /// their mean. Where these do not deviate, 1 without errors and else 0, as in scikit-learn; NaN of fewer than two numbers.
    /// </summary>
    public double R2
    {
        get
        {
            if (Count < 2)
                return double.NaN;
            return _deviations != 0 ? 1 - (_squares / _deviations) : _squares == 0 ? 1 : 0;
        }
    }

    /// <summary>The mean squared error.</summary>
    public double Value => MeanSquaredError;

    /// <summary>Adds a batch.</summary>
    /// <param name="predictions">The predicted numbers.</param>
    /// <param name="targets">The true ones, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ; nothing has changed.</exception>
    public void Update(Tensor predictions, Tensor targets)
    {
        Predictions.CheckSameShape(predictions, targets);
        var predicted = predictions.AsSpan();
        var actual = targets.AsSpan();
        for (int i = 0; i < actual.Length; i++)
        {
            double error = (double)predicted[i] - actual[i], step = actual[i] - _mean;
            _squares += error * error;
            _magnitudes += Math.Abs(error);
            Count++;
            _mean += step / Count;                             // Welford's update: exact also where the mean is large
            _deviations += step * (actual[i] - _mean);
        }
    }

    /// <inheritdoc/>
    public void Reset() => (_squares, _magnitudes, _mean, _deviations, Count) = (0, 0, 0, 0, 0);
}
