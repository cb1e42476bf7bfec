using Spectre.Console;

namespace Samples;

/// <summary>A progress bar with loss, speed and time left.</summary>
public sealed class ProgressBarView : TrainingView
{
    private const int StepsBetweenTexts = 10;

    public override void Show(string title, int steps, string unit, Action<Meter> training) => AnsiConsole.Progress()
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: steps);
            training(new Meter(steps, unit, meter =>
            {
                task.Value = meter.Done;
                if (meter.Done % StepsBetweenTexts == 0 || meter.Done == steps)
                    task.Description = Markup.Escape($"{title}  {meter}");
            }));
        });
}
