using System.Globalization;
using NnGen.Optim;

namespace NnGen.Tests.Optim;

public class LBFGSTests
{
    private const int Steps = 6;

    private static readonly string[][] s_reference =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Optim", "reference", "lbfgs.txt")).Select(line => line.Split(';'))];

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, LBFGS>> s_optimizers = new()
    {
        ["fixed"] = p => new LBFGS(p, lr: 0.1, maxIter: 5),
        ["history"] = p => new LBFGS(p, lr: 0.1, maxIter: 6, historySize: 2),
        ["wolfe"] = p => new LBFGS(p, maxIter: 4, lineSearchFn: LineSearch.StrongWolfe),
        ["wolfe evaluations"] = p => new LBFGS(p, maxIter: 10, maxEval: 4, lineSearchFn: LineSearch.StrongWolfe),
        ["tolerance"] = p => new LBFGS(p, lr: 0.1, maxIter: 10, toleranceGrad: 0.3, toleranceChange: 0.02),
    };

    public static TheoryData<string> Names => [.. s_optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FollowsPyTorch(string name)
    {
        string[] expected = s_reference.Single(line => line[0] == name);
        var fit = new Fit();
        var optimizer = s_optimizers[name](fit.Model.Parameters());
        float[] losses = [.. Enumerable.Range(0, Steps).Select(_ => optimizer.Step(() => fit.Loss(optimizer)))];
        Assert.Equal(expected[1], $"{optimizer.StateDict().State[0]["func_evals"]}");
        AssertClose(Numbers(expected[2]), losses);
        AssertClose(Numbers(expected[3]), fit.Weights);
    }

    [Fact]
    public void FindsTheMinimumOfRosenbrocksFunction()
    {
        Parameter x = new(Tensor.From([-1.5f])), y = new(Tensor.From([2f]));
        var optimizer = new LBFGS([x, y], maxIter: 100, lineSearchFn: LineSearch.StrongWolfe);
        optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            var loss = ((1 - x) * (1 - x)) + (100 * (y - (x * x)) * (y - (x * x)));
            loss.Sum().Backward();
            return loss.Item();
        });
        Assert.Equal(1, x.Item(), 1e-3);
        Assert.Equal(1, y.Item(), 1e-3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ALoadedStateContinuesBitForBit(string name)
    {
        Fit original = new(), copy = new();
        var optimizer = s_optimizers[name](original.Model.Parameters());
        for (int step = 0; step < 2; step++)
            optimizer.Step(() => original.Loss(optimizer));
        copy.Model.LoadStateDict(original.Model.StateDict());
        var resumed = s_optimizers[name](copy.Model.Parameters());
        resumed.LoadStateDict(OptimizerStateDict.From(optimizer.StateDict().ToDict()));
        optimizer.Step(() => original.Loss(optimizer));
        resumed.Step(() => copy.Loss(resumed));
        Assert.Equal(original.Weights, copy.Weights);
    }

    [Fact]
    public void AStepWithoutClosureIsRefused()
    {
        var optimizer = new LBFGS([new Parameter(Tensor.Ones(2))]);
        Assert.Contains("call Step(closure)", Assert.Throws<NotSupportedException>(optimizer.Step).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesWrongOptions()
    {
        Parameter[] parameters = [new Parameter(Tensor.Ones(2))];
        Assert.Equal("maxIter", Assert.Throws<ArgumentOutOfRangeException>(() => new LBFGS(parameters, maxIter: 0)).ParamName);
        Assert.Equal("historySize", Assert.Throws<ArgumentOutOfRangeException>(() => new LBFGS(parameters, historySize: 0)).ParamName);
        Assert.Equal("lr", Assert.Throws<ArgumentOutOfRangeException>(() => new LBFGS(parameters, lr: -1)).ParamName);
        Assert.Throws<ArgumentException>(() => new LBFGS([]));
    }

    private static float[] Numbers(string text) => [.. text.Split(' ').Select(v => float.Parse(v, CultureInfo.InvariantCulture))];

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 2e-4 + (1e-3 * Math.Abs(expected[i])));
    }

    /// <summary>The network and the points of reference/lbfgs.py.</summary>
    private sealed class Fit
    {
        private readonly Tensor _inputs, _targets;

        public Fit()
        {
            _inputs = Tensor.From([.. Enumerable.Range(0, 12).SelectMany(i => new[] { (i / 4f) - 1, (i * 5 % 12 / 6f) - 1 })]).View(12, 2);
            _targets = (2 * _inputs[.., ..1]).Sin() * _inputs[.., 1..];
            int at = 0;
            foreach (var parameter in Model.Parameters())
            {
                var values = parameter.AsWritableSpan();
                for (int i = 0; i < values.Length; i++, at++)
                    values[i] = (float)(Math.Sin(1 + at) * 0.6);
            }
        }

        public Sequential Model { get; } = new(new Linear(2, 5), new Tanh(), new Linear(5, 1));

        public float[] Weights => [.. Model.Parameters().SelectMany(p => p.ToArray())];

        public float Loss(Optimizer optimizer)
        {
            optimizer.ZeroGrad();
            var loss = F.MseLoss(Model.Forward(_inputs), _targets);
            loss.Backward();
            return loss.Item();
        }
    }
}
