using System.Globalization;
using Microsoft.Extensions.Logging;

namespace NnGen.Training;

/// <summary>
/// Logs a training: every step as <see cref="LogLevel.Debug"/>, the end of an epoch as <see cref="LogLevel.Information"/>. Nothing is
/// computed for a level that the logger does not take.
/// </summary>
/// <param name="logger">The logger.</param>
public sealed partial class LoggerProgress(ILogger logger) : IProgress<TrainingProgress>
{
    private readonly ILogger _logger = logger ?? throw new ArgumentNullException(nameof(logger));

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.IsEpochEnd && _logger.IsEnabled(LogLevel.Information))
            LogEpoch(_logger, value.Epoch, value.Epochs, value.TotalSteps, Text(value));
        else if (!value.IsEpochEnd && value.Step > 0 && _logger.IsEnabled(LogLevel.Debug))
            LogStep(_logger, value.Epoch, value.Epochs, value.Step, value.Steps, value.TotalSteps, Text(value));
    }

    [LoggerMessage(EventId = 1, EventName = "TrainingEpoch", Level = LogLevel.Information, Message = "Epoch {Epoch}/{Epochs} after {TotalSteps} steps: {Values}", SkipEnabledCheck = true)]
    private static partial void LogEpoch(ILogger logger, int epoch, int epochs, long totalSteps, string values);

    [LoggerMessage(EventId = 2, EventName = "TrainingStep", Level = LogLevel.Debug, Message = "Epoch {Epoch}/{Epochs}, step {Step}/{Steps} ({TotalSteps} in all): {Values}", SkipEnabledCheck = true)]
    private static partial void LogStep(ILogger logger, int epoch, int epochs, int step, int steps, long totalSteps, string values);

    private static string Text(TrainingProgress progress)
        => string.Join(", ", progress.Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Name} {v.Value:G6}")));
}
