namespace NnGen.Training;

/// <summary>Writes lines of text for what is reported, a few in each epoch: for logs, and output that goes to a file.</summary>
public sealed class ProgressLines : IProgress<TrainingProgress>
{
    private readonly object _lock = new();
    private readonly ProgressMeter _meter = new();
    private readonly Action<string> _write;
    private readonly int _lines;

    /// <summary>Writes to a text.</summary>
    /// <param name="output">Where to, for example <see cref="Console.Out"/>.</param>
    /// <param name="linesPerEpoch">How many lines of steps an epoch has. Default: 10.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="linesPerEpoch"/> is not positive.</exception>
    public ProgressLines(TextWriter output, int linesPerEpoch = 10)
        : this((output ?? throw new ArgumentNullException(nameof(output))).WriteLine, linesPerEpoch)
    {
    }

    /// <summary>Hands each line over, for example to a logger.</summary>
    /// <param name="write">Takes a line.</param>
    /// <param name="linesPerEpoch">How many lines of steps an epoch has. Default: 10.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="linesPerEpoch"/> is not positive.</exception>
    public ProgressLines(Action<string> write, int linesPerEpoch = 10)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(linesPerEpoch);
        (_write, _lines) = (write, linesPerEpoch);
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_lock)
        {
            if (value.IsEpochEnd)
            {
                _write($"{value.Title}  {string.Join("  ", value.Values.Select(v => ProgressMeter.Format(v.Name, v.Value)))}");
                return;
            }

            _meter.Update(value);
            int interval = Math.Max(1, value.Steps / _lines);
            if (value.Step > 0 && (value.Step % interval == 0 || value.Step == value.Steps))
                _write($"{value.Title}  step {value.Step,4}/{value.Steps}  {_meter}");
        }
    }
}
