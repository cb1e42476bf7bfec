namespace MnistSample;

/// <summary>A line for every tenth of an epoch.</summary>
internal sealed class PlainLines : TrainingView
{
    private const int LinesInEpoch = 10;

    public override void Show(string title, int steps, Action<EpochMeter> epoch)
    {
        int interval = Math.Max(1, steps / LinesInEpoch);
        epoch(new EpochMeter(steps, meter =>
        {
            if (meter.Done % interval == 0 || meter.Done == steps)
                Console.WriteLine($"{title}  step {meter.Done,4}/{steps}  {meter}");
        }));
    }
}
