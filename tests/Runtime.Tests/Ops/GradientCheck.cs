namespace NnGen.Tests.Ops;

/// <summary>Gradients of a weighted sum of an op's results, computed by its Backward and by central differences.</summary>
internal static class GradientCheck
{
    private const float Step = 1f / 64;

    public static bool IsDifferentiable(OpSample sample)
        => sample.Apply(Leaves(sample.Inputs, _ => true)).OfType<Tensor>().Any(r => r.RequiresGrad);

    /// <summary>Copies of the inputs that carry a gradient where wanted.</summary>
    public static Tensor[] Leaves(Tensor[] inputs, Func<int, bool> isWanted) => [.. inputs.Select((input, i) =>
    {
        var leaf = Tensor.From(input.AsSpan(), input.Shape);
        leaf.RequiresGrad = isWanted(i);
        return leaf;
    })];

    /// <summary>What Backward gives; empty for inputs that want none.</summary>
    public static float[][] Gradients(OpSample sample, int passes = 1, Func<int, bool>? isWanted = null)
    {
        var leaves = Leaves(sample.Inputs, isWanted ?? (_ => true));
        for (var pass = 0; pass < passes; pass++)
        {
            var results = sample.Apply(leaves).OfType<Tensor>().Where(r => r.RequiresGrad).ToArray();
            Autograd.Backward(results, [.. results.Select(Weights)]);
        }

        return [.. leaves.Select(leaf => leaf.Grad?.ToArray() ?? [])];
    }

    /// <summary>Central differences of fourth order.</summary>
    public static float[][] FiniteDifferences(OpSample sample) => [.. sample.Inputs.Select((input, i) =>
    {
        var gradient = new float[input.Count];
        for (var element = 0; element < gradient.Length; element++)
        {
            double At(float offset) => WeightedSum(sample, i, element, offset);
            gradient[element] = (float)(((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step));
        }

        return gradient;
    })];

    public static void AssertClose(float[][] expected, float[][] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Length, actual[i].Length);
            var allowed = tolerance * Math.Max(1, expected[i].Select(Math.Abs).DefaultIfEmpty().Max());
            for (var element = 0; element < expected[i].Length; element++)
            {
                var distance = Math.Abs(expected[i][element] - actual[i][element]);
                Assert.True(
                    distance <= allowed, $"input {i}, element {element}: expected {expected[i][element]}, found {actual[i][element]}");
            }
        }
    }

    private static double WeightedSum(OpSample sample, int input, int element, float offset)
    {
        var inputs = Leaves(sample.Inputs, _ => false);
        inputs[input].AsWritableSpan()[element] += offset;
        var sum = 0.0;
        foreach (var result in sample.Apply(inputs).OfType<Tensor>())
        {
            var weights = Weights(result).AsSpan();
            for (var i = 0; i < weights.Length; i++)
                sum += (double)weights[i] * result.AsSpan()[i];
        }

        return sum;
    }

    private static Tensor Weights(Tensor result) => OpSample.Values(7, result.Shape.ToArray());
}
