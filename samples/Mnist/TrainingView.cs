namespace MnistSample;

/// <summary>Shows how an epoch goes on: a progress bar in a terminal, plain lines elsewhere.</summary>
internal abstract class TrainingView
{
    /// <summary>The view that suits the output.</summary>
    public static TrainingView Create() => Console.IsOutputRedirected ? new PlainLines() : new ProgressBarView();

    /// <summary>Runs an epoch, whose steps are counted by the meter.</summary>
    public abstract void Show(string title, int steps, Action<EpochMeter> epoch);
}
