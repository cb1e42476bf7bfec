using System.Globalization;

namespace NnGen.Pictures;

/// <summary>An axis: the range of its values, and round numbers to write beside it.</summary>
internal sealed class Axis
{
    private const int MostTicks = 7;
    private const double Indistinct = 1e-9;                     // a range smaller than this part of the values is none

    private readonly double _step;

    /// <summary>Makes an axis.</summary>
    /// <param name="values">What it must hold; finite. None: 0 to 1.</param>
    /// <param name="isRounded">Whether it begins and ends with round numbers.</param>
    public Axis(IEnumerable<double> values, bool isRounded)
    {
        (Min, Max) = Range(values);
        _step = RoundStep((Max - Min) / (MostTicks - 1));
        if (isRounded)
            (Min, Max) = (Math.Floor(Min / _step) * _step, Math.Ceiling(Max / _step) * _step);
    }

    /// <summary>Where it begins.</summary>
    public double Min { get; }

    /// <summary>Where it ends.</summary>
    public double Max { get; }

    /// <summary>The round numbers, and how they are written.</summary>
    public IEnumerable<(double Value, string Text)> Ticks
    {
        get
        {
            double first = Math.Ceiling((Min / _step) - Indistinct), last = Math.Floor((Max / _step) + Indistinct);
            for (double i = first; i <= last; i++)
                yield return (i * _step, Format(i * _step));
        }
    }

    /// <summary>Which part of the way from <see cref="Min"/> to <see cref="Max"/> a value is.</summary>
    public double PartOf(double value) => (value - Min) / (Max - Min);

    private static (double Min, double Max) Range(IEnumerable<double> values)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double value in values)
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        if (min > max)
            return (0, 1);
        double magnitude = Math.Max(Math.Abs(min), Math.Abs(max));
        double margin = magnitude == 0 ? 1 : magnitude / 10;
        return max - min > magnitude * Indistinct ? (min, max) : (min - margin, max + margin);
    }

    /// <summary>1, 2 or 5 times a power of ten, at least as large as <paramref name="step"/>.</summary>
    private static double RoundStep(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    private string Format(double value)
    {
        const double LargestPlain = 1e6, SmallestStep = 1e-5;
        double magnitude = Math.Max(Math.Abs(Min), Math.Abs(Max));
        if (value != 0 && (magnitude >= LargestPlain || _step < SmallestStep))
            return value.ToString("0.###E+0", CultureInfo.InvariantCulture);
        int decimals = (int)Math.Max(0, -Math.Floor(Math.Log10(_step) + Indistinct));
        return (value == 0 ? 0 : value).ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
