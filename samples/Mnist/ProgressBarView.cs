using Spectre.Console;

namespace MnistSample;

/// <summary>A progress bar with loss, speed and time left.</summary>
internal sealed class ProgressBarView : TrainingView
{
    private const int StepsBetweenTexts = 10;

    public override void Show(string title, int steps, Action<EpochMeter> epoch) => AnsiConsole.Progress()
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: steps);
            epoch(new EpochMeter(steps, meter =>
            {
                task.Value = meter.Done;
                if (meter.Done % StepsBetweenTexts == 0 || meter.Done == steps)
                    task.Description = Markup.Escape($"{title}  {meter}");
            }));
        });
}
