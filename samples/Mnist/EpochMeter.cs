using System.Diagnostics;

namespace MnistSample;

/// <summary>Measures an epoch while it runs: the smoothed loss, the speed and the time left.</summary>
internal sealed class EpochMeter(int steps, Action<EpochMeter> onStep)
{
    private const double Smoothing = 0.98;

    private readonly long _start = Stopwatch.GetTimestamp();
    private double _loss;
    private long _images;

    /// <summary>Steps done.</summary>
    public int Done { get; private set; }

    /// <summary>Steps in the epoch.</summary>
    public int Steps => steps;

    /// <summary>For example <c>loss 0.3127  31,250 images/s  2 s left</c>.</summary>
    public override string ToString()
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        double left = elapsed.TotalSeconds / Done * (steps - Done);
        return $"loss {_loss / (1 - Math.Pow(Smoothing, Done)):F4}  {_images / elapsed.TotalSeconds,7:N0} images/s  {left,3:F0} s left";
    }

    /// <summary>Counts a step.</summary>
    public void Step(float loss, int images)
    {
        Done++;
        _images += images;
        _loss = (Smoothing * _loss) + ((1 - Smoothing) * loss);
        onStep(this);
    }
}
