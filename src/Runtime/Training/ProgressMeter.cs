using System.Diagnostics;
using System.Globalization;

namespace NnGen.Training;

/// <summary>Makes one line of what is reported: the smoothed values of the epoch's steps, the speed and the time left.</summary>
public sealed class ProgressMeter
{
    private const double Smoothing = 0.98;
    private const double SmallestFixedPoint = 1e-3;

    private readonly Dictionary<string, (double Sum, double Weight)> _values = [];
    private TrainingProgress? _last;
    private int _firstStep;
    private long _start, _samples;

    /// <summary>Takes a report. One of another epoch begins anew.</summary>
    public void Update(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (_last is null || _last.Epoch != progress.Epoch || progress.Step < _last.Step)
            Begin(progress);
        _last = progress;
        _samples += progress.Samples;
        foreach (var (name, value) in progress.Values)
        {
            var (sum, weight) = _values.GetValueOrDefault(name);
            double kept = name == TrainingProgress.LearningRate ? 0 : Smoothing;    // it is set, not measured
            _values[name] = ((kept * sum) + ((1 - kept) * value), (kept * weight) + (1 - kept));
        }
    }

    /// <summary>For example <c>loss 0.3127  31,250 images/s  2 s left</c>; empty before the first step.</summary>
    public override string ToString()
    {
        if (_last is null)
            return "";
        var parts = _values.Select(pair => Format(pair.Key, pair.Value.Sum / pair.Value.Weight)).ToList();
        int done = _last.Step - _firstStep;
        double elapsed = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        if (done > 0 && elapsed > 0)
        {
            if (_samples > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{_samples / elapsed,7:N0} {_last.Unit}/s"));
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{elapsed / done * (_last.Steps - _last.Step),3:F0} s left"));
        }

        return string.Join("  ", parts);
    }

    /// <summary>A value as text: four digits after the point, or a power of ten where these would say nothing.</summary>
    internal static string Format(string name, double value)
        => $"{name} {value.ToString(value != 0 && Math.Abs(value) < SmallestFixedPoint ? "0.##E+0" : "F4", CultureInfo.InvariantCulture)}";

    private void Begin(TrainingProgress progress)
    {
        _values.Clear();
        (_firstStep, _samples) = (Math.Max(0, progress.Step - (progress.Samples > 0 ? 1 : 0)), 0);
        _start = Stopwatch.GetTimestamp();
    }
}
