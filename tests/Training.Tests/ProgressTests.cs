using NnGen.Training;

namespace NnGen.TrainingTests;

public class ProgressTests
{
    [Fact]
    public void Lines_are_written_for_each_tenth_of_an_epoch_and_its_end()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var progress = new ProgressLines(output);
        var reporter = new StepReporter(progress, steps: 40, epoch: 1, epochs: 2, unit: "images");
        for (int i = 0; i < 40; i++)
            reporter.Step(64, ("loss", 0.5), ("lr", 1e-4));
        progress.Report(new TrainingProgress { Epoch = 1, Epochs = 2, Step = 40, Steps = 40, TotalSteps = 40, IsEpochEnd = true, Values = [("accuracy", 0.97531)] });

        string[] lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal(11, lines.Length);
        Assert.StartsWith("epoch 1/2  step    4/40  loss 0.5000  lr 1E-4  ", lines[0], StringComparison.Ordinal);
        Assert.Matches(@" [\d,]+ images/s  +\d+ s left$", lines[0]);
        Assert.Equal("epoch 1/2  accuracy 0.9753", lines[^1]);
    }

    [Fact]
    public void The_meter_smooths_values_but_not_the_learning_rate_and_begins_anew_with_each_epoch()
    {
        var meter = new ProgressMeter();
        Assert.Equal("", meter.ToString());
        Report(meter, epoch: 1, step: 1, loss: 1, lr: 0.5);
        Report(meter, epoch: 1, step: 2, loss: 0, lr: 0.25);
        Assert.StartsWith("loss 0.4949  lr 0.2500", meter.ToString(), StringComparison.Ordinal);
        Report(meter, epoch: 2, step: 1, loss: 3, lr: 0.25);
        Assert.StartsWith("loss 3.0000  lr 0.2500", meter.ToString(), StringComparison.Ordinal);
        Report(meter, epoch: 3, step: 1, loss: double.NaN, lr: 0.25);
        Assert.StartsWith("loss NaN", meter.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_of_a_loop_of_ones_own_are_numbered()
    {
        var reports = new List<TrainingProgress>();
        var reporter = new StepReporter(new Progress(reports), steps: 5, epoch: 3, epochs: 4);
        reporter.Step(8, ("loss", 1));
        Assert.Equal([(0, 10L, 0), (1, 11L, 8)], reports.Select(r => (r.Step, r.TotalSteps, r.Samples)));
        Assert.Equal("training", (reports[0] with { Epoch = 0 }).Title);
    }

    private static void Report(ProgressMeter meter, int epoch, int step, double loss, double lr) => meter.Update(new TrainingProgress
    {
        Epoch = epoch,
        Epochs = 3,
        Step = step,
        Steps = 10,
        TotalSteps = step,
        Samples = 1,
        Values = [("loss", loss), ("lr", lr)],
    });

    private sealed class Progress(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
