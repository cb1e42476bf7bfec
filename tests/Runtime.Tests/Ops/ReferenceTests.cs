using System.Globalization;
using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

/// <summary>Results and gradients equal PyTorch's (reference/functional.py, reference/functions.py), with its options, ranks and special values.</summary>
public partial class ReferenceTests
{
    private const double RelativeTolerance = 1e-5;
    private const double AbsoluteTolerance = 2e-6;

    private static readonly Dictionary<string, float[][]> s_reference = ReadReference();

    private static readonly Dictionary<string, (Tensor[] Inputs, Func<Tensor[], Tensor> Apply)> s_cases
        = Cases().ToDictionary(c => c.Name, c => (c.Inputs, c.Apply));

    public static TheoryData<string> Names => [.. s_reference.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPyTorch(string name)
    {
        var (inputs, apply) = s_cases[name];
        var expected = s_reference[name];
        var leaves = GradientCheck.Leaves(inputs, _ => true);
        var result = apply(leaves);
        Assert.Equal(expected[0].Select(d => (int)d), result.Shape.ToArray());
        AssertClose(expected[1], result.ToArray(), $"{name}, result");
        if (expected.Length == 2)
            return;
        result.Backward(Values(7, result.Shape.ToArray()));
        for (var i = 0; i < inputs.Length; i++)
            AssertClose(expected[2 + i], leaves[i].Grad!.ToArray(), $"{name}, gradient {i}");
    }

    private static IEnumerable<(string Name, Tensor[] Inputs, Func<Tensor[], Tensor> Apply)> Cases()
        => [.. CrossEntropies(), .. Products(), .. Reductions(), .. SpecialValues(), .. Activations(), .. Sequences(), .. Functions()];

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> CrossEntropies()
    {
        foreach (var reduction in new[] { Reduction.None, Reduction.Mean, Reduction.Sum })
        {
            foreach (var weight in new[] { null, Positive(2, 5) })
            {
                foreach (var smoothing in new[] { 0, 0.1 })
                {
                    foreach (var option in CrossEntropies(reduction, weight, smoothing))
                        yield return option;
                }
            }
        }

        yield return ("CrossEntropy sample", [Values(1, 5)], x => F.CrossEntropy(x[0], Tensor<long>.From(3L)));
        yield return ("CrossEntropy large", [Values(1, 3, 5) * 300], x => F.CrossEntropy(x[0], Labels(5, 3)));
        var ignored = Tensor<long>.From([7L, 7, 7]);
        yield return ("CrossEntropy all ignored", [Values(1, 3, 5)], x => F.CrossEntropy(x[0], ignored, ignoreIndex: 7));
        yield return ("NllLoss", [Values(1, 6, 5)], x => F.NllLoss(x[0], Labels(5, 6), Positive(2, 5), ignoreIndex: 1));
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> CrossEntropies(Reduction reduction, Tensor? weight, double smoothing)
    {
        var options = $"{reduction.ToString().ToLowerInvariant()} {weight is not null}";
        var share = smoothing.ToString(CultureInfo.InvariantCulture);
        foreach (var ignore in new[] { -100L, 2 })
        {
            Tensor Loss(Tensor x, Tensor<long> target) => F.CrossEntropy(x, target, weight, ignore, reduction, smoothing);
            yield return ($"CrossEntropy {options} {ignore} {share} 2", [Values(1, 6, 5)], x => Loss(x[0], Labels(5, 6)));
            yield return ($"CrossEntropy {options} {ignore} {share} 4", [Values(1, 2, 5, 3, 2)], x => Loss(x[0], Labels(5, 2, 3, 2)));
        }

        foreach (var shape in new int[][] { [6, 5], [2, 5, 3] })
        {
            Tensor[] inputs = [Values(1, shape), Values(3, shape)];
            yield return ($"Probabilities {options} {share} {shape.Length}", inputs, x => F.CrossEntropy(x[0], x[1], weight, reduction, smoothing));
        }
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Products()
    {
        int[][][] shapes =
        [
            [[7], [7]], [[5, 7], [7]], [[7], [7, 5]], [[5, 7], [7, 3]], [[2, 5, 7], [7]], [[7], [2, 7, 5]], [[2, 5, 7], [7, 3]],
            [[5, 7], [2, 7, 3]], [[2, 5, 7], [2, 7, 3]], [[2, 1, 5, 7], [3, 7, 4]], [[3, 5, 7], [2, 1, 7, 4]], [[1, 5, 7], [3, 7, 1]],
        ];
        foreach (var pair in shapes)
            yield return ($"MatMul {(Shape)pair[0]} {(Shape)pair[1]}", [Values(1, pair[0]), Values(2, pair[1])], x => x[0].MatMul(x[1]));
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Reductions()
    {
        Dictionary<string, (Func<Tensor, Tensor> All, Func<Tensor, int[], bool, Tensor> Some)> reductions = new()
        {
            ["sum"] = (x => x.Sum(), (x, dim, keepDim) => x.Sum(dim, keepDim)),
            ["mean"] = (x => x.Mean(), (x, dim, keepDim) => x.Mean(dim, keepDim)),
            ["var"] = (x => x.Var(), (x, dim, keepDim) => x.Var(dim, keepDim)),
            ["std"] = (x => x.Std(), (x, dim, keepDim) => x.Std(dim, keepDim)),
            ["amax"] = (x => x.AMax(), (x, dim, keepDim) => x.AMax(dim, keepDim)),
            ["amin"] = (x => x.AMin(), (x, dim, keepDim) => x.AMin(dim, keepDim)),
        };
        foreach (var (name, (all, some)) in reductions)
        {
            yield return ($"{name} None False", [Values(1, 3, 4, 5)], x => all(x[0]));
            foreach (var dims in new int[][] { [0], [-1], [1, 2], [0, 2] })
            {
                foreach (var keepDim in new[] { false, true })
                    yield return ($"{name} [{string.Join(", ", dims)}] {keepDim}", [Values(1, 3, 4, 5)], x => some(x[0], dims, keepDim));
            }
        }

        foreach (var dim in new[] { 0, 1, -1 })
        {
            Tensor[] inputs = [Values(1, 3, 4, 5)];
            yield return ($"max {dim}", inputs, x => x[0].Max(dim).Values);
            yield return ($"min {dim}", inputs, x => x[0].Min(dim).Values);
            yield return ($"argmax {dim}", inputs, x => ToFloat(x[0].ArgMax(dim)));
            yield return ($"softmax {dim}", inputs, x => F.Softmax(x[0], dim));
            yield return ($"log_softmax {dim}", inputs, x => F.LogSoftmax(x[0], dim));
        }
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> SpecialValues()
    {
        var ties = Tensor.From([1f, 1, 0, float.NaN, 2, 3, -1, -1, -1], 3, 3);
        yield return ("ties max", [ties], x => x[0].Max(1).Values);
        yield return ("ties argmax", [ties], x => ToFloat(x[0].ArgMax(1)));
        yield return ("ties argmin", [ties], x => ToFloat(x[0].ArgMin(1)));
        yield return ("ties amax", [Tensor.From([1f, 3, 3, 0])], x => x[0].Max());
        var special = Tensor.From([float.NegativeInfinity, -0f, 0, float.PositiveInfinity, float.NaN, -1.5f, 2]);
        yield return ("special relu", [special], x => F.Relu(x[0]));
        yield return ("special clamp", [special], x => x[0].Clamp(-1, 1));
        yield return ("special abs", [special], x => x[0].Abs());
        const float Least = float.NegativeInfinity;
        var infinite = Tensor.From([Least, Least, 0, Least, Least, Least, 1, -Least, 2], 3, 3);
        yield return ("special softmax", [infinite], x => F.Softmax(x[0], 1));
    }

    private static Tensor<long> Labels(int classes, params int[] shape)
        => Tensor<long>.From([.. Enumerable.Range(0, ((Shape)shape).Count).Select(i => (long)(((3 * i) + 1) % classes))], shape);

    private static Tensor ToFloat(Tensor<long> x) => Tensor.From([.. x.ToArray().Select(v => (float)v)], x.Shape);

    private static void AssertClose(float[] expected, float[] actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Where(float.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        var allowed = AbsoluteTolerance + (RelativeTolerance * scale);
        for (var i = 0; i < expected.Length; i++)
        {
            var isClose = expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= allowed;
            Assert.True(isClose, $"{where}, element {i}: expected {expected[i]}, found {actual[i]}");
        }
    }

    private static Dictionary<string, float[][]> ReadReference()
        => new[] { "functional.txt", "functions.txt" }
            .SelectMany(name => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Ops", "reference", name)))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(';'))
            .ToDictionary(parts => parts[0], parts => parts[1..].Select(Numbers).ToArray());

    private static float[] Numbers(string text)
        => [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static float Number(string text) => text switch
    {
        "inf" => float.PositiveInfinity,
        "-inf" => float.NegativeInfinity,
        "nan" => float.NaN,
        _ => float.Parse(text, CultureInfo.InvariantCulture),
    };
}
