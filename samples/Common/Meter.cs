using System.Diagnostics;

namespace Samples;

/// <summary>Measures training while it runs: the smoothed loss, the speed and the time left.</summary>
/// <param name="steps">Steps there will be.</param>
/// <param name="unit">What is counted, for example <c>images</c>.</param>
/// <param name="onStep">Called after every step.</param>
public sealed class Meter(int steps, string unit, Action<Meter> onStep)
{
    private const double Smoothing = 0.98;

    private readonly long _start = Stopwatch.GetTimestamp();
    private double _loss;
    private long _items;

    /// <summary>Steps done.</summary>
    public int Done { get; private set; }

    /// <summary>Steps there will be.</summary>
    public int Steps => steps;

    /// <summary>For example <c>loss 0.3127  31,250 images/s  2 s left</c>.</summary>
    public override string ToString()
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        double left = elapsed.TotalSeconds / Done * (steps - Done);
        return $"loss {_loss / (1 - Math.Pow(Smoothing, Done)):F4}  {_items / elapsed.TotalSeconds,7:N0} {unit}/s  {left,3:F0} s left";
    }

    /// <summary>Counts a step.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="items">What it was made over, in units.</param>
    public void Step(float loss, int items)
    {
        Done++;
        _items += items;
        _loss = (Smoothing * _loss) + ((1 - Smoothing) * loss);
        onStep(this);
    }
}
