using System.Globalization;
using NnGen.Optim;

namespace NnGen.Tests.Optim;

/// <summary>Every schedule follows PyTorch's of the same name for 200 epochs (reference/schedulers.py).</summary>
public class SchedulerTests
{
    private const int Epochs = 200;
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, double[][]> s_reference =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Optim", "reference", "schedulers.txt"))
            .Select(line => line.Split(';'))
            .ToDictionary(parts => parts[0], parts => parts[1..].Select(Numbers).ToArray());

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> s_schedulers = new()
    {
        ["StepLR"] = o => new StepLR(o, 30),
        ["StepLR gamma"] = o => new StepLR(o, 7, gamma: 0.8),
        ["MultiStepLR"] = o => new MultiStepLR(o, [30, 80, 80, 120], gamma: 0.3),
        ["ConstantLR"] = o => new ConstantLR(o),
        ["ConstantLR factor"] = o => new ConstantLR(o, factor: 0.2, totalIters: 40),
        ["LinearLR"] = o => new LinearLR(o),
        ["LinearLR down"] = o => new LinearLR(o, startFactor: 0.9, endFactor: 0.1, totalIters: 90),
        ["ExponentialLR"] = o => new ExponentialLR(o, 0.97),
        ["PolynomialLR"] = o => new PolynomialLR(o),
        ["PolynomialLR power"] = o => new PolynomialLR(o, totalIters: 150, power: 2.5),
        ["LambdaLR"] = o => new LambdaLR(o, e => 1.0 / (1 + e)),
        ["LambdaLR groups"] = o => new LambdaLR(o, [e => Math.Pow(0.95, e), e => e / 30]),
        ["MultiplicativeLR"] = o => new MultiplicativeLR(o, e => e % 2 == 1 ? 0.95 : 1.01),
        ["CosineAnnealingLR"] = o => new CosineAnnealingLR(o, 50),
        ["CosineAnnealingLR etaMin"] = o => new CosineAnnealingLR(o, 33, etaMin: 0.01),
        ["CosineAnnealingWarmRestarts"] = o => new CosineAnnealingWarmRestarts(o, 20),
        ["CosineAnnealingWarmRestarts mult"] = o => new CosineAnnealingWarmRestarts(o, 10, tMult: 2, etaMin: 0.001),
        ["CyclicLR"] = o => new CyclicLR(o, 0.01, 0.1, stepSizeUp: 15),
        ["CyclicLR triangular2"] = o => new CyclicLR(
            o, new[] { 0.01, 0.02 }, new[] { 0.1, 0.3 }, stepSizeUp: 15, stepSizeDown: 25, mode: CyclicMode.Triangular2),
        ["CyclicLR expRange"] = o => new CyclicLR(o, 0.01, 0.1, 20, mode: CyclicMode.ExpRange, gamma: 0.99, baseMomentum: 0.6, maxMomentum: 0.95),
        ["CyclicLR scale"] = o => new CyclicLR(
            o, 0.01, 0.1, 20, scaleFn: x => 1 / Math.Pow(5, x * 0.0001), scaleMode: CyclicScale.Iterations, cycleMomentum: false),
        ["OneCycleLR"] = o => new OneCycleLR(o, 0.1, totalSteps: 200),
        ["OneCycleLR linear"] = o => new OneCycleLR(
            o, new[] { 0.1, 0.4 }, epochs: 20, stepsPerEpoch: 10, annealStrategy: AnnealStrategy.Linear, pctStart: 0.4),
        ["OneCycleLR threePhase"] = o => new OneCycleLR(o, 0.2, totalSteps: 220, threePhase: true, divFactor: 10, finalDivFactor: 100),
        ["OneCycleLR fixed"] = o => new OneCycleLR(o, 0.2, totalSteps: 200, cycleMomentum: false),
        ["SequentialLR"] = o => new SequentialLR(
            o, [new LinearLR(o, 0.1, totalIters: 10), new CosineAnnealingLR(o, 60), new ExponentialLR(o, 0.9)], [10, 70]),
        ["SequentialLR restarts"] = o => new SequentialLR(
            o, [new ConstantLR(o, 0.1, totalIters: 5), new CosineAnnealingWarmRestarts(o, 15, tMult: 2)], [5]),
        ["SequentialLR steps"] = o => new SequentialLR(o, [new LinearLR(o), new StepLR(o, 20, 0.5), new PolynomialLR(o, 60)], [5, 100]),
        ["SWALR"] = o => new SWALR(o, 0.05),
        ["SWALR linear"] = o => new SWALR(o, new[] { 0.02, 0.9 }, annealEpochs: 40, annealStrategy: AnnealStrategy.Linear),
        ["SWALR at once"] = o => new SWALR(o, 0.05, annealEpochs: 0),
        ["ChainedScheduler"] = o => new ChainedScheduler(new ConstantLR(o, factor: 0.1, totalIters: 20), new ExponentialLR(o, gamma: 0.98)),
        ["ChainedScheduler three"] = o => new ChainedScheduler(
            new LinearLR(o, totalIters: 10), new StepLR(o, 50), new MultiplicativeLR(o, _ => 0.99)),
        ["Adam OneCycleLR"] = o => new OneCycleLR(o, 0.1, totalSteps: 200, baseMomentum: 0.6),
    };

    private static readonly Dictionary<string, Func<Optimizer, ReduceLROnPlateau>> s_plateaus = new()
    {
        ["ReduceLROnPlateau"] = o => new ReduceLROnPlateau(o),
        ["ReduceLROnPlateau patience"] = o => new ReduceLROnPlateau(o, factor: 0.5, patience: 3, cooldown: 4, minLr: new[] { 0.001, 0.01 }),
        ["ReduceLROnPlateau max"] = o => new ReduceLROnPlateau(
            o, PlateauMode.Max, factor: 0.7, patience: 2, threshold: 0.05, thresholdMode: ThresholdMode.Abs),
        ["ReduceLROnPlateau rel"] = o => new ReduceLROnPlateau(o, PlateauMode.Max, factor: 0.7, patience: 2, threshold: 0.1),
        ["ReduceLROnPlateau eps"] = o => new ReduceLROnPlateau(
            o, factor: 0.9, patience: 0, threshold: 0.2, thresholdMode: ThresholdMode.Abs, eps: 1e-3),
    };

    public static TheoryData<string> Names => [.. s_schedulers.Keys];

    public static TheoryData<string> PlateauNames => [.. s_plateaus.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FollowsPyTorch(string name)
    {
        var optimizer = Create(name);
        var scheduler = s_schedulers[name](optimizer);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            AssertClose(s_reference[name][epoch], Values(optimizer, s_reference[name][epoch].Length), $"epoch {epoch}");
            Assert.Equal(scheduler.GetLastLr(), optimizer.ParamGroups.Select(g => g.Lr));
            if (epoch < Epochs - 1)
                scheduler.Step();
        }
    }

    [Theory]
    [MemberData(nameof(PlateauNames))]
    public void APlateauFollowsPyTorch(string name)
    {
        var optimizer = Create(name);
        var scheduler = s_plateaus[name](optimizer);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            AssertClose(s_reference[name][epoch], Values(optimizer, 2), $"epoch {epoch}");
            scheduler.Step(Metric(epoch));
        }
    }

    [Fact]
    public void CoversTheWholeReference() => Assert.Equal(s_reference.Keys.Order(), s_schedulers.Keys.Concat(s_plateaus.Keys).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void ALoadedStateContinues(string name)
    {
        Optimizer optimizer = Create(name), resumedOptimizer = Create(name);
        LRScheduler scheduler = s_schedulers[name](optimizer), resumed = s_schedulers[name](resumedOptimizer);
        for (int epoch = 0; epoch < 77; epoch++)
            scheduler.Step();
        resumedOptimizer.LoadStateDict(optimizer.StateDict());
        resumed.LoadStateDict(scheduler.StateDict());
        for (int epoch = 77; epoch < 150; epoch++)
        {
            scheduler.Step();
            resumed.Step();
            Assert.Equal(Values(optimizer, 4), Values(resumedOptimizer, 4));
        }
    }

    [Fact]
    public void APlateausLoadedStateContinues()
    {
        Optimizer optimizer = Create(""), resumedOptimizer = Create("");
        ReduceLROnPlateau scheduler = new(optimizer, patience: 3), resumed = new(resumedOptimizer, patience: 7);
        for (int epoch = 0; epoch < 63; epoch++)
            scheduler.Step(Metric(epoch));
        resumedOptimizer.LoadStateDict(optimizer.StateDict());
        resumed.LoadStateDict(scheduler.StateDict());
        for (int epoch = 63; epoch < 150; epoch++)
        {
            scheduler.Step(Metric(epoch));
            resumed.Step(Metric(epoch));
            Assert.Equal(Values(optimizer, 2), Values(resumedOptimizer, 2));
        }
    }

    [Fact]
    public void AnInterruptedScheduleGoesOnFromItsLastEpoch()
    {
        Optimizer optimizer = Create(""), resumed = Create("");
        var scheduler = new CosineAnnealingLR(optimizer, 50);
        for (int epoch = 0; epoch < 20; epoch++)
            scheduler.Step();
        var refused = Assert.Throws<ArgumentException>(() => new CosineAnnealingLR(resumed, 50, lastEpoch: 19));
        Assert.StartsWith("param 'initial_lr' is not specified in param_groups[0]", refused.Message, StringComparison.Ordinal);
        resumed.LoadStateDict(optimizer.StateDict());
        Assert.Equal(20, new CosineAnnealingLR(resumed, 50, lastEpoch: 19).LastEpoch);
        AssertClose(Values(optimizer, 2), Values(resumed, 2), "resumed");
    }

    [Fact]
    public void RestartsCanBeSteppedWithinAnEpoch()
    {
        var optimizer = Create("");
        var scheduler = new CosineAnnealingWarmRestarts(optimizer, 10, tMult: 2);
        scheduler.Step(12.5);
        Assert.Equal((1 + Math.Cos(Math.PI * 2.5 / 20)) / 2 * 0.1, optimizer.ParamGroups[0].Lr, 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => scheduler.Step(-1.0));
    }

    public static TheoryData<string, Func<Optimizer, object>> Refused => new()
    {
        { "stepSize", o => new StepLR(o, 0) },
        { "The factor factor is 1.5", o => new ConstantLR(o, factor: 1.5) },
        { "The factor startFactor is 0", o => new LinearLR(o, startFactor: 0) },
        { "Expected 2 lrLambdas, but got 1", o => new LambdaLR(o, [e => e]) },
        { "expected 2 values for maxLr, got 3", o => new CyclicLR(o, 0.1, new[] { 0.1, 0.2, 0.3 }) },
        { "You must define either totalSteps OR (epochs AND stepsPerEpoch)", o => new OneCycleLR(o, 0.1, epochs: 3) },
        { "Factor should be < 1.0.", o => new ReduceLROnPlateau(o, factor: 1) },
        { "SequentialLR expects number of schedulers", o => new SequentialLR(o, [new StepLR(o, 3)], [4]) },
        { "SequentialLR expects all schedulers to belong to the same optimizer", o => new SequentialLR(o, [new StepLR(Create(""), 3)], []) },
        { "ChainedScheduler expects at least one scheduler", _ => new ChainedScheduler() },
        {
            "Adagrad must support momentum or beta1",
            _ => new CyclicLR(new Adagrad([new Parameter(Tensor.Ones(1))]), 0.1, 0.2)
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusesWrongArguments(string message, Func<Optimizer, object> create)
        => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => create(Create(""))).Message, StringComparison.Ordinal);

    [Fact]
    public void AMisfittingStateIsRefusedAndChangesNothing()
    {
        var scheduler = new StepLR(Create(""), 10);
        var state = scheduler.StateDict();
        state["last_epoch"] = 7L;
        state["gamma"] = "high";
        Assert.StartsWith("The state 'gamma' is a str", Assert.Throws<ArgumentException>(() => scheduler.LoadStateDict(state)).Message, StringComparison.Ordinal);
        Assert.Equal(0, scheduler.LastEpoch);
    }

    [Fact]
    public void OneCycleEnds()
    {
        var scheduler = new OneCycleLR(Create(""), 0.1, totalSteps: 3);
        for (int step = 0; step < 3; step++)
            scheduler.Step();
        Assert.StartsWith("Tried to step 5 times", Assert.Throws<InvalidOperationException>(scheduler.Step).Message, StringComparison.Ordinal);
    }

    private static Optimizer Create(string name)
    {
        Parameter first = new(Tensor.Ones(1)), second = new(Tensor.Ones(1));
        return name.StartsWith("Adam", StringComparison.Ordinal)
            ? new Adam([new AdamGroup([first]), new AdamGroup([second]) { Lr = 0.5 }], lr: 0.1, betas: (0.7, 0.99))
            : new SGD([new SGDGroup([first]), new SGDGroup([second]) { Lr = 0.5 }], lr: 0.1, momentum: 0.9);
    }

    private static double[] Values(Optimizer optimizer, int count)
        => [.. optimizer.ParamGroups.Select(g => g.Lr).Concat(optimizer.ParamGroups.Select(g => g.CycledMomentum!.Value)).Take(count)];

    private static double Metric(int epoch)
        => (2.0 / (1 + Math.Min(epoch, 40) + Math.Max(0, epoch - 120))) + (epoch * 7 % 11 / 64.0);

    private static void AssertClose(double[] expected, double[] actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance * Math.Max(1e-3, Math.Abs(expected[i])), $"{where}, value {i}: expected {expected[i]}, found {actual[i]}");
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
}
