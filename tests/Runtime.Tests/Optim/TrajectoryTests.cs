using System.Globalization;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NnGen.Optim;

namespace NnGen.Tests.Optim;

/// <summary>Every option set follows PyTorch's optimizer of the same name (reference/trajectories.py).</summary>
public class TrajectoryTests
{
    private const int Steps = 200;
    private const float RelativeTolerance = 1e-5f;
    private const float AbsoluteTolerance = 1e-6f;

    /// <summary>PyTorch's AVX2 path rounds products with sums once; where the processor can do that, bits agree.</summary>
    private static readonly bool s_isExact = Fma.IsSupported || AdvSimd.IsSupported;

    private static readonly ILookup<string, (int Step, float[] Values)> s_reference = ReadReference();

    private static readonly Dictionary<string, Func<Parameter[], Optimizer>> s_optimizers = new()
    {
        ["SGD"] = p => new SGD(p, lr: 0.05),
        ["SGD momentum"] = p => new SGD(p, lr: 0.02, momentum: 0.9),
        ["SGD momentum dampening"] = p => new SGD(p, lr: 0.02, momentum: 0.9, dampening: 0.3),
        ["SGD nesterov"] = p => new SGD(p, lr: 0.01, momentum: 0.8, nesterov: true),
        ["SGD weightDecay"] = p => new SGD(p, lr: 0.05, weightDecay: 0.1),
        ["SGD nesterov weightDecay"] = p => new SGD(p, lr: 0.01, momentum: 0.9, weightDecay: 0.01, nesterov: true),
        ["SGD maximize"] = p => new SGD(p, lr: 0.001, momentum: 0.5, weightDecay: 0.01, maximize: true),
        ["Adam"] = p => new Adam(p, lr: 0.01),
        ["Adam betas"] = p => new Adam(p, lr: 0.02, betas: (0.4, 0.95)),
        ["Adam eps"] = p => new Adam(p, lr: 0.1, eps: 0.5),
        ["Adam weightDecay"] = p => new Adam(p, lr: 0.01, weightDecay: 0.1),
        ["Adam amsgrad"] = p => new Adam(p, lr: 0.03, betas: (0.9, 0.9), amsgrad: true),
        ["Adam maximize"] = p => new Adam(p, lr: 0.01, weightDecay: 0.05, maximize: true),
        ["AdamW"] = p => new AdamW(p, lr: 0.01),
        ["AdamW betas"] = p => new AdamW(p, lr: 0.02, betas: (0.4, 0.95)),
        ["AdamW eps"] = p => new AdamW(p, lr: 0.1, eps: 0.5, weightDecay: 0),
        ["AdamW weightDecay"] = p => new AdamW(p, lr: 0.02, weightDecay: 0.4),
        ["AdamW amsgrad"] = p => new AdamW(p, lr: 0.03, betas: (0.9, 0.9), weightDecay: 0.1, amsgrad: true),
        ["AdamW maximize"] = p => new AdamW(p, lr: 0.01, weightDecay: 0.05, maximize: true),
        ["Adagrad"] = p => new Adagrad(p, lr: 0.1),
        ["Adagrad lrDecay"] = p => new Adagrad(p, lr: 0.5, lrDecay: 0.05, initialAccumulatorValue: 0.3, eps: 1e-3),
        ["Adagrad maximize"] = p => new Adagrad(p, lr: 0.05, weightDecay: 0.1, maximize: true),
        ["Adadelta"] = p => new Adadelta(p),
        ["Adadelta rho"] = p => new Adadelta(p, lr: 0.5, rho: 0.5, eps: 1e-3, weightDecay: 0.1),
        ["Adamax"] = p => new Adamax(p),
        ["Adamax betas"] = p => new Adamax(p, lr: 0.05, betas: (0.5, 0.9), eps: 1e-3, weightDecay: 0.1),
        ["RAdam"] = p => new RAdam(p, lr: 0.02),
        ["RAdam betas"] = p => new RAdam(p, lr: 0.05, betas: (0.5, 0.9), eps: 1e-3, weightDecay: 0.1),
        ["RMSprop"] = p => new RMSprop(p),
        ["RMSprop momentum"] = p => new RMSprop(p, lr: 0.005, alpha: 0.9, momentum: 0.9, weightDecay: 0.1),
        ["RMSprop centered"] = p => new RMSprop(p, lr: 0.01, centered: true, eps: 0.05),
        ["RMSprop centered momentum"] = p => new RMSprop(p, lr: 0.003, momentum: 0.5, centered: true, eps: 0.05),
        ["Rprop"] = p => new Rprop(p),
        ["Rprop etas"] = p => new Rprop(p, lr: 0.1, etas: (0.3, 1.5), stepSizes: (1e-3, 0.5)),
        ["ASGD"] = p => new ASGD(p, lr: 0.05),
        ["ASGD averaging"] = p => new ASGD(p, lr: 0.05, lambd: 0.01, alpha: 0.6, t0: 20, weightDecay: 0.05),
    };

    public static TheoryData<string> Names => [.. s_optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FollowsPyTorch(string name)
    {
        var expected = s_reference[name].ToDictionary(r => r.Step, r => r.Values);
        Assert.NotEmpty(expected);
        Parameter[] parameters = [Start(35), Start(2)];
        var optimizer = s_optimizers[name](parameters);
        for (int step = 1; step <= Steps; step++)
        {
            foreach (var parameter in parameters)
                parameter.Grad = Gradient(parameter, step);
            optimizer.Step();
            if (expected.TryGetValue(step, out float[]? values))
                AssertClose(values, [.. parameters.SelectMany(p => p.ToArray())], $"{name}, step {step}");
        }
    }

    [Fact]
    public void CoversTheWholeReference() => Assert.Equal(s_reference.Select(r => r.Key).Order(), s_optimizers.Keys.Order());

    private static Parameter Start(int count) => new(Tensor.From([.. Enumerable.Range(0, count).Select(i => ((i % 7) - 3) * 0.25f)]));

    private static Tensor Gradient(Parameter parameter, int step)
        => Tensor.From([.. parameter.ToArray().Select((value, i) => Gradient(value, i, step))]);

    private static float Gradient(float value, int index, int step)
    {
        int noise = (((step * 7) + (index * 3)) % 11) - 5;
        return ((value - ((index % 5) - 2)) * (((index % 3) + 1) * 0.5f)) + (noise * 0.25f);
    }

    private static void AssertClose(float[] expected, float[] actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            float tolerance = s_isExact ? 0 : AbsoluteTolerance + (RelativeTolerance * MathF.Abs(expected[i]));
            float difference = MathF.Abs(actual[i] - expected[i]);
            Assert.True(difference <= tolerance, $"{where}, element {i}: expected {expected[i]}, found {actual[i]}");
        }
    }

    private static ILookup<string, (int Step, float[] Values)> ReadReference()
        => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Optim", "reference", "trajectories.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(';'))
            .ToLookup(
                parts => parts[0],
                parts => (
                    int.Parse(parts[1], CultureInfo.InvariantCulture),
                    ReadNumbers(parts[2])));

    private static float[] ReadNumbers(string text)
        => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => float.Parse(v, CultureInfo.InvariantCulture))];
}
