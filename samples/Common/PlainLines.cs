namespace Samples;

/// <summary>A line for every tenth of the way.</summary>
public sealed class PlainLines : TrainingView
{
    private const int Lines = 10;

    public override void Show(string title, int steps, string unit, Action<Meter> training)
    {
        int interval = Math.Max(1, steps / Lines);
        training(new Meter(steps, unit, meter =>
        {
            if (meter.Done % interval == 0 || meter.Done == steps)
                Console.WriteLine($"{title}  step {meter.Done,4}/{steps}  {meter}");
        }));
    }
}
