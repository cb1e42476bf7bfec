namespace Samples;

/// <summary>Shows how training goes on: a progress bar in a terminal, plain lines elsewhere.</summary>
public abstract class TrainingView
{
    /// <summary>The view that suits the output.</summary>
    public static TrainingView Create() => Console.IsOutputRedirected ? new PlainLines() : new ProgressBarView();

    /// <summary>Runs a training whose steps the meter counts.</summary>
    /// <param name="title">Stands before the figures.</param>
    /// <param name="steps">Steps there will be.</param>
    /// <param name="unit">What the speed counts, for example <c>images</c>.</param>
    /// <param name="training">The training.</param>
    public abstract void Show(string title, int steps, string unit, Action<Meter> training);
}
