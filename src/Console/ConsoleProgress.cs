using Spectre.Console;

namespace NnGen.Training;

/// <summary>
/// Shows a training in a terminal: a progress bar for each epoch with the values, the speed and the time left, and a line with the
/// values of the whole epoch. Where the output is no terminal, a few plain lines in each epoch.
/// </summary>
/// <remarks>While a bar is shown, nothing else should be written. It ends with the last step of an epoch, or when this is disposed.</remarks>
public sealed class ConsoleProgress : IProgress<TrainingProgress>, IDisposable
{
    private readonly object _lock = new();
    private readonly IAnsiConsole _console;
    private readonly ProgressLines _lines;
    private ProgressBarDisplay? _bar;

    /// <summary>Shows on the standard output.</summary>
    public ConsoleProgress()
        : this(AnsiConsole.Console)
    {
    }

    /// <summary>Shows on a console.</summary>
    /// <param name="console">The console.</param>
    public ConsoleProgress(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        _console = console;
        _lines = new ProgressLines(console.Profile.Out.Writer.WriteLine);
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_lock)
        {
            if (value.IsEpochEnd || !_console.Profile.Out.IsTerminal)
            {
                EndBar();
                _lines.Report(value);
                return;
            }

            if (_bar is null || _bar.Title != value.Title)
            {
                EndBar();
                _bar = new ProgressBarDisplay(_console, value.Title, value.Steps);
            }

            _bar.Update(value);
            if (value.Step == value.Steps)
                EndBar();
        }
    }

    /// <summary>Ends the bar that is shown, so that the program can write again.</summary>
    public void Dispose()
    {
        lock (_lock)
            EndBar();
    }

    private void EndBar()
    {
        _bar?.Dispose();
        _bar = null;
    }
}
