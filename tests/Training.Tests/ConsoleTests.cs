using NnGen.Training;
using Spectre.Console;

namespace NnGen.TrainingTests;

public class ConsoleTests
{
    [Fact]
    public void Output_that_is_no_terminal_gets_plain_lines()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        using (var progress = new ConsoleProgress(console))
            Train(progress);
        string[] lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal(6 + 1, lines.Length);
        Assert.StartsWith("epoch 1/1  step    1/6  loss ", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    [Fact]
    public void A_terminal_gets_a_bar_that_ends_at_a_hundred_percent_and_the_values_of_the_epoch()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new Terminal(output),
        });
        using (var progress = new ConsoleProgress(console))
            Train(progress);
        Assert.Contains("100%", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"epoch 1/1  train_loss \d\.\d{4}  val_loss \d\.\d{4}\n$", output.ToString());
    }

    [Fact]
    public void A_bar_that_is_disposed_early_leaves_the_console_free()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new Terminal(output) });
        for (int i = 0; i < 3; i++)
        {
            using var progress = new ConsoleProgress(console);
            var reporter = new StepReporter(progress, steps: 10);
            reporter.Step(4, ("loss [with] brackets", 1));
        }

        console.Progress().Start(context => context.AddTask("another").Value = 100);
        Assert.Contains("another", output.ToString(), StringComparison.Ordinal);
    }

    private static void Train(IProgress<TrainingProgress> progress)
    {
        var setup = new Setup();
        setup.Trainer.Progress.Add(progress);
        setup.Trainer.Fit(1);
    }

    private sealed class Terminal(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => 100;

        public int Height => 30;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
