using System.Globalization;
using System.Text.Json;
using NnGen.Optim;

namespace NnGen.Tests.Optim;

/// <summary>
/// PyTorch's own <c>optim_baseline</c> experiment (reference/baseline.py): every option set follows PyTorch's optimizer of the same
/// name, whose options are set by PyTorch's names. float32 against float64.
/// </summary>
public class BaselineTests
{
    private const int Steps = 1001;
    private const double RelativeTolerance = 1e-3;
    private const double AbsoluteTolerance = 1e-4;

    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Optim", "reference", "baseline.txt"));

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> s_optimizers = new()
    {
        ["SGD"] = p => new SGD(p),
        ["Adam"] = p => new Adam(p),
        ["AdamW"] = p => new AdamW(p),
        ["Adamax"] = p => new Adamax(p),
        ["NAdam"] = p => new NAdam(p),
        ["RAdam"] = p => new RAdam(p),
        ["Adagrad"] = p => new Adagrad(p),
        ["Adadelta"] = p => new Adadelta(p),
        ["RMSprop"] = p => new RMSprop(p),
        ["Rprop"] = p => new Rprop(p),
        ["ASGD"] = p => new ASGD(p),
        ["LBFGS"] = p => new LBFGS(p),
    };

    private static readonly ILookup<(string Name, string Options), (int Step, float[] Values)> s_reference = s_lines[1..]
        .Select(line => line.Split(';'))
        .ToLookup(parts => (parts[0], parts[1]), parts => (int.Parse(parts[2], CultureInfo.InvariantCulture), Numbers(parts[3])));

    public static TheoryData<string, string> Runs
    {
        get
        {
            var result = new TheoryData<string, string>();
            foreach (var run in s_reference)
                result.Add(run.Key.Name, run.Key.Options);
            return result;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void FollowsPyTorch(string name, string options)
    {
        var expected = s_reference[(name, options)].ToDictionary(sample => sample.Step, sample => sample.Values);
        Assert.Equal(11, expected.Count);
        var model = new Sequential(new Linear(2, 3), new Sigmoid(), new Linear(3, 1), new Sigmoid());
        Set(model, Numbers(s_lines[0].Split(';')[1]));
        var optimizer = s_optimizers[name](model.Parameters());
        SetOptions(optimizer, options);
        var inputs = Tensor.From(new float[,] { { 0.1f, 0.2f }, { 0.3f, 0.4f }, { 0.5f, 0.6f } });
        for (int step = 0; step < Steps; step++)
        {
            optimizer.ZeroGrad();
            model.Forward(inputs).Sum().Backward();
            optimizer.Step(() => 10);
            if (expected.TryGetValue(step, out float[]? values))
                AssertClose(values, [.. model.Parameters().SelectMany(p => p.ToArray())], $"step {step}");
        }
    }

    [Fact]
    public void EveryOptimizerRunsWithAtLeastSixOptionSets()
        => Assert.All(s_optimizers.Keys, name => Assert.True(s_reference.Count(run => run.Key.Name == name) >= 6, name));

    private static void Set(Sequential model, float[] values)
    {
        int at = 0;
        foreach (var parameter in model.Parameters())
        {
            values.AsSpan(at, parameter.Count).CopyTo(parameter.AsWritableSpan());
            at += parameter.Count;
        }
    }

    private static void SetOptions(Optimizer optimizer, string text)
    {
        var state = optimizer.StateDict();
        var (known, parameters) = state.ParamGroups[0];
        var options = JsonDocument.Parse(text).RootElement.EnumerateObject().ToDictionary(option => option.Name, option => Value(option.Value));
        Assert.Empty(options.Keys.Except(known.Keys).Except(["line_search_fn"]));
        state.ParamGroups[0] = new OptimizerGroupState(options, parameters);
        optimizer.LoadStateDict(state);
    }

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => (value[0].GetDouble(), value[1].GetDouble()),
        _ => value.TryGetInt64(out long integer) ? (object)integer : value.GetDouble(),
    };

    private static void AssertClose(float[] expected, float[] actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double tolerance = AbsoluteTolerance + (RelativeTolerance * Math.Abs(expected[i]));
            Assert.True(Math.Abs(actual[i] - expected[i]) <= tolerance, $"{where}, element {i}: expected {expected[i]}, found {actual[i]}");
        }
    }

    private static float[] Numbers(string text)
        => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => float.Parse(v, CultureInfo.InvariantCulture))];
}
