using System.Diagnostics;
using Spectre.Console;

namespace NnGen.Training;

/// <summary>A progress bar that is shown from its creation until it is disposed.</summary>
internal sealed class ProgressBarDisplay : IDisposable
{
    private static readonly TimeSpan s_textInterval = TimeSpan.FromMilliseconds(100);

    private readonly ProgressMeter _meter = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ProgressTask> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _shown;
    private long _textTime = long.MinValue;

    public ProgressBarDisplay(IAnsiConsole console, string title, int steps)
    {
        Title = title;
        _shown = console.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                _begun.SetResult(context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, steps)));
                await _end.Task.ConfigureAwait(false);
            });
        Task.WhenAny(_begun.Task, _shown).Unwrap().GetAwaiter().GetResult();
    }

    /// <summary>What stands before the values.</summary>
    public string Title { get; }

    /// <summary>Shows a step.</summary>
    public void Update(TrainingProgress progress)
    {
        _meter.Update(progress);
        var task = _begun.Task.Result;
        task.Value = progress.Step;
        bool isDue = _textTime == long.MinValue || Stopwatch.GetElapsedTime(_textTime) >= s_textInterval;
        if (!isDue && progress.Step < progress.Steps)
            return;
        task.Description = Markup.Escape($"{Title}  {_meter}");
        _textTime = Stopwatch.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.TrySetResult();
        _shown.GetAwaiter().GetResult();
    }
}
