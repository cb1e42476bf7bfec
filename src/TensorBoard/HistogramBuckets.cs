namespace NnGen.TensorBoard;

/// <summary>
/// How many values lie between which limits: the buckets of TensorFlow, which grow by a tenth from 1e-12 to 1e20 on both sides of
/// zero. NaN and infinities are left out.
/// </summary>
internal sealed class HistogramBuckets
{
    private static readonly double[] s_limits = CreateLimits();

    /// <summary>Counts values.</summary>
    public HistogramBuckets(ReadOnlySpan<float> values)
    {
        double[] counts = new double[s_limits.Length];
        (Min, Max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
                continue;
            int found = Array.BinarySearch(s_limits, value);
            counts[Math.Min(found >= 0 ? found + 1 : ~found, counts.Length - 1)]++;     // a bucket does not hold its limit
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
            Sum += value;
            SumOfSquares += (double)value * value;
            Count++;
        }

        if (Count == 0)
            (Min, Max) = (0, 0);
        int first = Math.Max(0, Array.FindIndex(counts, count => count > 0) - 1), last = Array.FindLastIndex(counts, count => count > 0);
        (Limits, Counts) = Count == 0 ? ([0], [0]) : (s_limits[first..(last + 1)], counts[first..(last + 1)]);
    }

    /// <summary>The smallest value; 0 where there is none.</summary>
    public double Min { get; }

    /// <summary>The largest value; 0 where there is none.</summary>
    public double Max { get; }

    /// <summary>How many values there are.</summary>
    public double Count { get; }

    /// <summary>Their sum.</summary>
    public double Sum { get; }

    /// <summary>The sum of their squares.</summary>
    public double SumOfSquares { get; }

    /// <summary>The upper limit of each bucket, from the empty one before the first value on.</summary>
    public IReadOnlyList<double> Limits { get; }

    /// <summary>How many values each bucket holds.</summary>
    public IReadOnlyList<double> Counts { get; }

    private static double[] CreateLimits()
    {
        const double Smallest = 1e-12, Largest = 1e20, Growth = 1.1;
        var positive = new List<double>();
        for (double limit = Smallest; limit < Largest; limit *= Growth)
            positive.Add(limit);
        return [double.MinValue, .. positive.Select(limit => -limit).Reverse(), 0, .. positive, double.MaxValue];
    }
}
