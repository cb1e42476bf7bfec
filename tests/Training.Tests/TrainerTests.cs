using NnGen.Data;
using NnGen.Optim;
using NnGen.Training;

namespace NnGen.TrainingTests;

public sealed class TrainerTests : IDisposable
{
    private const int Epochs = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("nngen").FullName;

    private string CheckpointFile => Path.Combine(_folder, "run.pth");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(1, 2, false)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, true)]
    public void A_run_that_is_cancelled_after_any_step_and_resumed_gives_the_same_bits(int accumulateSteps, int workers, bool hasGenerator)
    {
        var whole = new Setup(accumulateSteps, workers, hasGenerator);
        var wholeResult = whole.Trainer.Fit(Epochs);
        Assert.Equal(TrainingEnd.Finished, wholeResult.End);

        for (long stop = 1; stop < wholeResult.TotalSteps; stop++)
        {
            using var cancellation = new CancellationTokenSource();
            var begun = new Setup(accumulateSteps, workers, hasGenerator, CheckpointFile);
            begun.AfterStep = (_, step) => CancelAt(cancellation, step == stop);
            var begunResult = begun.Trainer.Fit(Epochs, cancellation.Token);
            Assert.Equal((TrainingEnd.Cancelled, stop), (begunResult.End, begunResult.TotalSteps));

            var resumed = new Setup(accumulateSteps, workers, hasGenerator);
            Rng.ManualSeed(123);
            resumed.Trainer.Resume(CheckpointFile);
            var resumedResult = resumed.Trainer.Fit(Epochs);
            Assert.Equal(wholeResult.Values, resumedResult.Values);
            Assert.Equal(whole.Losses, begun.Losses.Concat(resumed.Losses));
            Assert.Equal(whole.Bits(), resumed.Bits());
        }
    }

    [Fact]
    public void A_cancelled_run_goes_on_in_the_same_trainer()
    {
        var whole = new Setup();
        whole.Trainer.Fit(Epochs);
        var interrupted = new Setup();
        for (int stop = 4; stop <= 16; stop += 4)
        {
            using var cancellation = new CancellationTokenSource();
            interrupted.AfterStep = (_, step) => CancelAt(cancellation, step == stop);
            interrupted.Trainer.Fit(Epochs, cancellation.Token);
        }

        interrupted.AfterStep = null;
        interrupted.Trainer.Fit(Epochs);
        Assert.Equal(whole.Bits(), interrupted.Bits());
    }

    [Fact]
    public void A_run_that_is_cancelled_while_it_validates_resumes_with_the_validation()
    {
        static IEnumerable<(string, double)> Metrics() => [("drawn", Tensor.Rand(1).Item())];
        var whole = new Setup(validate: _ => Metrics());
        var wholeResult = whole.Trainer.Fit(Epochs);

        using var cancellation = new CancellationTokenSource();
        var begun = new Setup(checkpointPath: CheckpointFile, validate: token =>
        {
            var metrics = Metrics();
            cancellation.Cancel();
            token.ThrowIfCancellationRequested();
            return metrics;
        });
        Assert.Equal(TrainingEnd.Cancelled, begun.Trainer.Fit(Epochs, cancellation.Token).End);
        Assert.Empty(begun.Epochs);

        var resumed = new Setup(validate: _ => Metrics());
        resumed.Trainer.Resume(CheckpointFile);
        Assert.Equal(wholeResult.Values, resumed.Trainer.Fit(Epochs).Values);
        Assert.Equal(Epochs, resumed.Epochs.Count);
        Assert.Equal(whole.Bits(), resumed.Bits());
    }

    [Fact]
    public void Accumulated_batches_give_the_step_of_one_large_batch()
    {
        Tensor Weights(int batchSize, int accumulateSteps)
        {
            Rng.ManualSeed(1);
            var data = new TensorDataset(Tensor.Randn(16, 4), Tensor.Randint(0, 3, [16]));
            var model = new Linear(4, 3);
            var criterion = new CrossEntropyLoss();
            var trainer = new Trainer(model, new SGD(model.Parameters(), lr: 0.1), new DataLoader(data, batchSize), (x, y) =>
            {
                var loss = criterion.Call(model.Call(x), y);
                loss.Backward();
                return loss.Item();
            })
            { AccumulateSteps = accumulateSteps };
            trainer.Fit(2);
            return model.Weight;
        }

        Assert.True(F.AllClose(Weights(8, 1), Weights(2, 4), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void Early_stopping_ends_the_run_and_the_best_weights_are_kept()
    {
        double[] losses = [3, 2, 2.5, double.NaN, 2.2, 1];
        string best = Path.Combine(_folder, "best.safetensors");
        int epoch = 0;
        var setup = new Setup(validate: _ => [("val_loss", losses[epoch++])]);
        setup.Trainer.Callbacks.Add(new EarlyStopping("val_loss", patience: 2));
        setup.Trainer.Callbacks.Add(new BestCheckpoint(best, "val_loss"));
        byte[]? bestBits = null;
        setup.AfterStep = (_, step) => bestBits = step == 12 ? setup.Bits() : bestBits;
        var result = setup.Trainer.Fit(10);

        Assert.Equal((TrainingEnd.Stopped, 5), (result.End, result.Epochs));
        setup.Model.Load(best);
        Assert.Equal(bestBits, setup.Bits());
    }

    [Fact]
    public void Every_step_and_epoch_is_reported()
    {
        var reports = new List<TrainingProgress>();
        var setup = new Setup(accumulateSteps: 4);
        setup.Trainer.Progress.Add(new Collector(reports));
        setup.Trainer.Fit(2);

        Assert.Equal([0, 1, 2, 2, 0, 1, 2, 2], reports.Select(r => r.Step));
        Assert.Equal([0L, 1, 2, 2, 2, 3, 4, 4], reports.Select(r => r.TotalSteps));
        Assert.Equal([0, 16, 6, 0, 0, 16, 6, 0], reports.Select(r => r.Samples));
        Assert.All(reports, r => Assert.Equal(2, r.Steps));
        Assert.Equal(["loss", "lr", "grad_norm"], reports[1].Values.Select(v => v.Name));
        Assert.Equal(["train_loss", "val_loss"], reports[3].Values.Select(v => v.Name));
        Assert.Equal(((reports[1]["loss"] * 16) + (reports[2]["loss"] * 6)) / 22, reports[3]["train_loss"], 12);
        Assert.Equal("epoch 2/2", reports[^1].Title);
    }

    [Fact]
    public void A_metric_that_is_misspelt_is_named_with_those_that_there_are()
    {
        var setup = new Setup();
        setup.Trainer.Callbacks.Add(new EarlyStopping("vall_oss"));
        var refused = Assert.Throws<ArgumentException>(() => setup.Trainer.Fit(1));
        Assert.StartsWith("There is no value 'vall_oss' among those reported: 'train_loss', 'val_loss'.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_other_callbacks_changes_nothing()
    {
        new Setup(checkpointPath: CheckpointFile).Trainer.Fit(1);
        var other = new Setup();
        other.Trainer.Callbacks.RemoveAt(0);
        byte[] before = other.Bits();
        var refused = Assert.Throws<CheckpointException>(() => other.Trainer.Resume(CheckpointFile));
        Assert.Contains("'0 Schedule', '1 PlateauSchedule'".Replace("'", "", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, other.Bits());
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        new Setup(checkpointPath: CheckpointFile).Trainer.Fit(1);
        byte[] content = File.ReadAllBytes(CheckpointFile);
        File.WriteAllBytes(CheckpointFile, content[..(content.Length / 2)]);
        Assert.Throws<CheckpointException>(() => new Setup().Trainer.Resume(CheckpointFile));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_noticed_before_the_first_step()
    {
        var setup = new Setup(checkpointPath: Path.Combine(_folder, "missing", "run.pth"));
        Assert.Throws<DirectoryNotFoundException>(() => setup.Trainer.Fit(1));
        Assert.Empty(setup.Losses);
    }

    [Fact]
    public void A_callback_can_save_and_stop_within_an_epoch()
    {
        var whole = new Setup();
        whole.Trainer.Fit(Epochs);
        var stopped = new Setup();
        stopped.AfterStep = (run, step) =>
        {
            if (step != 9)
                return;
            run.SaveCheckpoint(CheckpointFile);
            run.Stop();
        };
        Assert.Equal(TrainingEnd.Stopped, stopped.Trainer.Fit(Epochs).End);
        var resumed = new Setup();
        resumed.Trainer.Resume(CheckpointFile);
        resumed.Trainer.Fit(Epochs);
        Assert.Equal(whole.Bits(), resumed.Bits());
    }

    private static void CancelAt(CancellationTokenSource cancellation, bool isTime)
    {
        if (isTime)
            cancellation.Cancel();
    }

    private sealed class Collector(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
