namespace NnGen.Optim;

/// <summary>A point that a line search has tried.</summary>
/// <param name="Length">How far along the direction.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Gradient">Its gradient.</param>
/// <param name="Slope">The derivative along the direction.</param>
internal sealed record Trial(double Length, double Loss, float[] Gradient, double Slope);

/// <summary>Finds a step that lowers the loss enough and flattens its slope enough: as PyTorch's <c>strong_wolfe</c>.</summary>
/// <param name="evaluate">Tries a length.</param>
/// <param name="start">Where the search begins, of length 0.</param>
/// <param name="largestElement">The largest magnitude of the direction's elements.</param>
/// <param name="toleranceChange">The search ends where no parameter changes by more.</param>
internal sealed class StrongWolfe(Func<double, Trial> evaluate, Trial start, double largestElement, double toleranceChange)
{
    private const double SufficientDecrease = 1e-4;
    private const double Curvature = 0.9;
    private const int MaxTrials = 25;

    private int _trials;

    /// <summary>How many times the loss was computed.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="length">The first length to try.</param>
    public Trial Search(double length)
    {
        Trial previous = start, current = Try(length);
        for (; _trials < MaxTrials; _trials++)
        {
            if (IsTooHigh(current) || (_trials > 1 && current.Loss >= previous.Loss))
                return Zoom(previous, current);
            if (IsFlat(current))
                return current;
            if (current.Slope >= 0)
                return Zoom(previous, current);
            double shortest = current.Length + (0.01 * (current.Length - previous.Length));
            double next = CubicMinimum(previous, current, shortest, current.Length * 10);
            (previous, current) = (current, Try(next));
        }

        return start.Loss <= current.Loss ? start : current;
    }

    /// <summary>Narrows an interval that holds a fitting length.</summary>
    private Trial Zoom(Trial first, Trial second)
    {
        var (low, high) = first.Loss <= second.Loss ? (first, second) : (second, first);
        bool wasNearBorder = false;
        while (_trials < MaxTrials && Math.Abs(high.Length - low.Length) * largestElement >= toleranceChange)
        {
            var trial = Try(Inside(low, high, ref wasNearBorder));
            _trials++;
            if (IsTooHigh(trial) || trial.Loss >= low.Loss)
            {
                (low, high) = low.Loss <= trial.Loss ? (low, trial) : (trial, low);
                continue;
            }

            if (IsFlat(trial))
                return trial;
            if (trial.Slope * (high.Length - low.Length) >= 0)
                high = low;
            low = trial;
        }

        return low;
    }

    /// <summary>The next length; after two near the same border one that is a tenth of the interval away from it.</summary>
    private static double Inside(Trial low, Trial high, ref bool wasNearBorder)
    {
        double left = Math.Min(low.Length, high.Length), right = Math.Max(low.Length, high.Length);
        double length = CubicMinimum(low, high, left, right), margin = 0.1 * (right - left);
        bool isNearBorder = Math.Min(right - length, length - left) < margin;
        if (isNearBorder && (wasNearBorder || length >= right || length <= left))
        {
            length = Math.Abs(length - right) < Math.Abs(length - left) ? right - margin : left + margin;
            isNearBorder = false;
        }

        wasNearBorder = isNearBorder;
        return length;
    }

    private Trial Try(double length)
    {
        Evaluations++;
        return evaluate(length);
    }

    private bool IsTooHigh(Trial trial) => trial.Loss > start.Loss + (SufficientDecrease * trial.Length * start.Slope);

    private bool IsFlat(Trial trial) => Math.Abs(trial.Slope) <= -Curvature * start.Slope;

    /// <summary>The minimum of the cubic through two points with their slopes (Nocedal and Wright, equation 3.59).</summary>
    private static double CubicMinimum(Trial a, Trial b, double min, double max)
    {
        var (left, right) = a.Length <= b.Length ? (a, b) : (b, a);
        double slope = left.Slope + right.Slope - (3 * (left.Loss - right.Loss) / (left.Length - right.Length));
        double square = (slope * slope) - (left.Slope * right.Slope);
        if (!(square >= 0))
            return (min + max) / 2;
        double root = Math.Sqrt(square);
        double ratio = (right.Slope + root - slope) / (right.Slope - left.Slope + (2 * root));
        return Math.Min(Math.Max(right.Length - ((right.Length - left.Length) * ratio), min), max);
    }
}
