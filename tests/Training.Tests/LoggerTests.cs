using Microsoft.Extensions.Logging;
using NnGen.Training;

namespace NnGen.TrainingTests;

public class LoggerTests
{
    [Theory]
    [InlineData(LogLevel.Debug, 14)]
    [InlineData(LogLevel.Information, 2)]
    [InlineData(LogLevel.Warning, 0)]
    public void Steps_and_epochs_are_logged_at_their_level(LogLevel level, int expected)
    {
        var logger = new Recorder(level);
        var setup = new Setup();
        setup.Trainer.Progress.Add(new LoggerProgress(logger));
        setup.Trainer.Fit(2);
        Assert.Equal(expected, logger.Entries.Count);
        if (expected == 0)
            return;
        var (text, state) = logger.Entries[^1];
        Assert.StartsWith("Epoch 2/2 after 12 steps: train_loss ", text, StringComparison.Ordinal);
        Assert.Equal(12L, state.Single(pair => pair.Key == "TotalSteps").Value);
    }

    private sealed class Recorder(LogLevel level) : ILogger
    {
        public List<(string Text, IReadOnlyList<KeyValuePair<string, object?>> State)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= level;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Entries.Add((formatter(state, exception), (IReadOnlyList<KeyValuePair<string, object?>>)state!));
    }
}
