using NnGen.Data;
using NnGen.Optim;
using NnGen.Training;

namespace NnGen.TrainingTests;

/// <summary>A small training with all that a run can have, made anew for each test.</summary>
internal sealed class Setup
{
    public const int Samples = 22;
    public const int BatchSize = 4;

    public Setup(int accumulateSteps = 1, int workers = 0, bool hasGenerator = false, string? checkpointPath = null, Func<CancellationToken, IEnumerable<(string, double)>>? validate = null)
    {
        Rng.ManualSeed(0);
        var data = new TensorDataset(Tensor.Randn(Samples, 4), Tensor.Randint(0, 3, [Samples]));
        var noisy = data.Select(s => (s.Input + Tensor.Zeros(4), s.Target));
        var loader = new DataLoader(noisy, BatchSize, shuffle: true, numWorkers: workers, generator: hasGenerator ? new Generator(5) : null);
        Model = new SmallNet();
        var loss = new SmallLoss(Model);
        var optimizer = new AdamW(Model.Parameters(), lr: 1e-2);
        Trainer = new Trainer(Model, optimizer, loader, loss.ValueAndGrad)
        {
            AccumulateSteps = accumulateSteps,
            ClipGradNorm = 1.0,
            CheckpointPath = checkpointPath,
            Validate = validate ?? Draw,
            Callbacks =
            {
                new Schedule(new OneCycleLR(optimizer, maxLr: 0.02, totalSteps: 200), ScheduleInterval.Step),
                new PlateauSchedule(new ReduceLROnPlateau(optimizer, patience: 0), "train_loss"),
                new EarlyStopping("train_loss", patience: 100),
                new Recorder(this),
            },
        };
    }

    public SmallNet Model { get; }

    public Trainer Trainer { get; }

    /// <summary>The loss of each step.</summary>
    public List<double> Losses { get; } = [];

    /// <summary>What each epoch has ended with.</summary>
    public List<TrainingProgress> Epochs { get; } = [];

    /// <summary>Called after each step with the number of steps of the run.</summary>
    public Action<TrainingRun, long>? AfterStep { get; set; }

    /// <summary>All numbers of the model.</summary>
    public byte[] Bits() => [.. Model.StateDict().Values.SelectMany(tensor => tensor switch
    {
        Tensor values => values.ToArray().SelectMany(BitConverter.GetBytes),
        Tensor<long> values => values.ToArray().SelectMany(BitConverter.GetBytes),
        _ => [],
    })];

    private static IEnumerable<(string, double)> Draw(CancellationToken cancellation) => [("val_loss", Tensor.Rand(1).Item())];

    private sealed class Recorder(Setup setup) : TrainerCallback
    {
        public override void OnStep(TrainingRun run, TrainingProgress progress)
        {
            setup.Losses.Add(progress[TrainingProgress.Loss]);
            setup.AfterStep?.Invoke(run, progress.TotalSteps);
        }

        public override void OnEpochEnd(TrainingRun run, TrainingProgress progress) => setup.Epochs.Add(progress);
    }
}
