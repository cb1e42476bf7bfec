using NnGen.Data;
using NnGen.Optim;

namespace NnGen.Tests.Serialization;

/// <summary>A run that is stopped after any step and resumed gives bitwise the weights of one that was never stopped.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Epochs = 2;
    private const int BatchesPerEpoch = 5;

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["run.pth"];

    public static TheoryData<int, string, bool> Stops
    {
        get
        {
            var stops = new TheoryData<int, string, bool>();
            foreach (var optimizer in new[] { "sgd", "adam" })
            {
                for (int step = 1; step <= Epochs * BatchesPerEpoch; step++)
                    stops.Add(step, optimizer, step % 2 == 0);
            }

            return stops;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Stops))]
    public void AResumedRunIsBitwiseTheSame(int stopAfter, string optimizer, bool ownGenerator)
    {
        Rng.ManualSeed(1);
        var whole = new Run(optimizer, ownGenerator);
        whole.Train(0, null, _ => false);

        Rng.ManualSeed(1);
        var stopped = new Run(optimizer, ownGenerator);
        int steps = 0;
        stopped.Train(0, Path, _ => ++steps == stopAfter);

        Rng.ManualSeed(99);
        var resumed = new Run(optimizer, ownGenerator);
        var info = Checkpoint.Load(Path, resumed.Model, resumed.Optimizer, resumed.Scheduler, resumed.Loader);
        Assert.Equal((stopAfter - 1) / BatchesPerEpoch, info.Epoch);
        Assert.Equal((long)stopAfter, info.Extra["steps"]);
        resumed.Train((int)info.Epoch, null, _ => false);
        Assert.Equal(whole.Weights(), resumed.Weights());
    }

    [Fact]
    public void HoldsWhatPyTorchNames()
    {
        Rng.ManualSeed(5);
        var run = new Run("adam", ownGenerator: false);
        run.Train(0, Path, _ => true);
        var saved = Assert.IsType<TorchDict>(TorchCheckpoint.LoadObject(Path));
        Assert.Equal(["model", "epoch", "optimizer", "scheduler", "loader", "rng_state", "rng_counter", "extra"], saved.Keys);
        Assert.Equal(["state", "param_groups"], ((TorchDict)saved["optimizer"]!).Keys);
        var group = (TorchDict)((List<object?>)((TorchDict)saved["optimizer"]!)["param_groups"]!)[0]!;
        Assert.Equal([0.9, 0.999], Assert.IsType<TorchTuple>(group["betas"]));
        Assert.Equal([0L, 1L, 2L, 3L, 4L, 5L], (List<object?>)group["params"]!);
        Assert.Equal(5056, ((Tensor<byte>)saved["rng_state"]!).Count);
    }

    [Fact]
    public void WhatDoesNotFitChangesNothing()
    {
        var run = new Run("adam", ownGenerator: false);
        run.Train(0, Path, _ => true);
        var other = new Run("adam", ownGenerator: false);
        var otherModel = new Sequential(new Linear(1, 1));
        var weights = other.Weights();
        var random = Rng.GetState().AsSpan().ToArray();

        AssertRefused("There is no key 'scheduler'", saved => saved.Without("scheduler"));
        AssertRefused("There is no key 'loader'", saved => saved.Without("loader"));
        AssertRefused("There is no key 'rng_state'", saved => saved.Without("rng_state"));
        AssertRefused("'rng_state' is no random state", saved => saved.With("rng_state", Tensor<byte>.Zeros(5056)));
        AssertRefused("expected Int64", saved => saved.With("epoch", "three"));
        AssertRefused("after 99 batches", saved => saved.With("loader", new TorchDict { ["start"] = Rng.GetState(), ["batches"] = 99 }));
        AssertRefused("no key 'param_groups'", saved => saved.With("optimizer", new TorchDict { ["state"] = new TorchDict() }));
        Assert.Throws<StateDictException>(() => Checkpoint.Load(Path, otherModel));
        var wrong = new SGD(other.Model.Parameters().Take(2), lr: 1);
        Assert.Throws<ArgumentException>(() => Checkpoint.Load(Path, other.Model, wrong));
        Assert.Equal(weights, other.Weights());
        Assert.Equal(random, Rng.GetState().AsSpan().ToArray());
        Assert.Empty(other.Optimizer.StateDict().State);

        void AssertRefused(string message, Func<TorchDict, TorchDict> change)
        {
            TorchCheckpoint.Save(_folder["changed.pth"], change((TorchDict)TorchCheckpoint.LoadObject(Path)!));
            var error = Assert.Throws<CheckpointException>(
                () => Checkpoint.Load(_folder["changed.pth"], other.Model, other.Optimizer, other.Scheduler, other.Loader));
            Assert.True(error.Message.Contains(message, StringComparison.Ordinal), error.Message);
            Assert.Contains(_folder["changed.pth"], error.Message);
        }
    }

    /// <summary>A model with dropout and batch statistics, a schedule, shuffled batches.</summary>
    private sealed class Run
    {
        private readonly Tensor _inputs = Tensor.Linspace(-1, 1, 10 * 3).View(10, 3);

        public Run(string optimizer, bool ownGenerator)
        {
            Model = new Sequential(new Linear(3, 8), new BatchNorm1d(8), new ReLU(), new Dropout(0.5f), new Linear(8, 2));
            Optimizer = optimizer == "sgd" ? new SGD(Model.Parameters(), lr: 0.1, momentum: 0.9) : new Adam(Model.Parameters(), lr: 0.01);
            Scheduler = new HalvingSchedule(Optimizer);
            Loader = new DataLoader(
                new TensorDataset(_inputs, Tensor<long>.Arange(10)), batchSize: 2, shuffle: true, generator: ownGenerator ? new Generator(7) : null);
        }

        public Sequential Model { get; }

        public Optimizer Optimizer { get; }

        public HalvingSchedule Scheduler { get; }

        public DataLoader Loader { get; }

        public void Train(int firstEpoch, string? path, Func<int, bool> stop)
        {
            int steps = firstEpoch * BatchesPerEpoch;
            for (int epoch = firstEpoch; epoch < Epochs; epoch++)
            {
                foreach (var (inputs, _) in Loader)
                {
                    Optimizer.ZeroGrad();
                    Model.Call(inputs).Square().Mean().Backward();
                    Optimizer.Step();
                    Scheduler.Step();
                    steps++;
                    if (!stop(steps))
                        continue;
                    Checkpoint.Save(path!, Model, Optimizer, Scheduler, epoch, Loader, new TorchDict { ["steps"] = steps });
                    return;
                }
            }
        }

        public float[][] Weights() => [.. Model.StateDict().Values.OfType<Tensor>().Select(tensor => tensor.ToArray())];
    }

    private sealed class HalvingSchedule(Optimizer optimizer) : IStateful
    {
        private long _steps;

        public void Step() => optimizer.Lr *= ++_steps % 3 == 0 ? 0.5 : 1;

        public TorchDict StateDict() => new() { ["last_epoch"] = _steps };

        public void LoadStateDict(TorchDict state) => _steps = state.Get<long>("last_epoch");
    }
}

file static class TorchDictChanges
{
    public static TorchDict With(this TorchDict dict, string key, object? value)
    {
        dict[key] = value;
        return dict;
    }

    public static TorchDict Without(this TorchDict dict, string key)
    {
        var result = new TorchDict();
        foreach (var (other, value) in dict.Where(entry => !key.Equals(entry.Key)))
            result[other] = value;
        return result;
    }
}
