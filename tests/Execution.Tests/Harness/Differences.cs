namespace NnGen.Execution.Tests;

/// <summary>
/// Derivatives by central differences, along the gradient itself and along a random direction. Of several step sizes one must
/// agree: large ones meet kinks, small ones drown in the rounding of float32.
/// </summary>
internal sealed class Differences(Module module, Sample sample, TensorBase?[] inputs)
{
    private static readonly float[] s_steps = [1e-2f, 2e-3f, 4e-2f, 5e-4f, 1e-4f];

    private readonly StateDict _state = Pass.Copy(module.StateDict());

    /// <summary>Compares the gradients of a pass of the same module.</summary>
    public void Check(Pass pass)
    {
        var counts = pass.Results.Select(result => result is Tensor { RequiresGrad: true }).ToArray();
        var random = new Random(1);
        foreach (var ((name, tensor), (_, gradient)) in Pass.Leaves(module, inputs).Zip(pass.Gradients))
        {
            var slope = gradient ?? new float[tensor.Count];
            var norm = Math.Sqrt(slope.Sum(g => (double)g * g));
            Check(name, tensor, slope, norm, Direction(tensor.Count, _ => (random.NextDouble() * 2) - 1), counts);
            if (norm > 0)
                Check(name, tensor, slope, norm, Direction(tensor.Count, i => slope[i]), counts);
        }
    }

    private static float[] Direction(int count, Func<int, double> element)
    {
        var values = Enumerable.Range(0, count).Select(element).ToArray();
        var norm = Math.Sqrt(values.Sum(v => v * v));
        return [.. values.Select(v => (float)(v / norm))];
    }

    private void Check(string name, Tensor tensor, float[] slope, double norm, float[] direction, bool[] counts)
    {
        var found = new List<string>();
        foreach (var step in s_steps)
        {
            var (difference, expected, size) = Difference(tensor, slope, direction, step, counts);
            if (Math.Abs(difference - expected) <= (sample.Tolerance * norm) + (1e-3 * Math.Max(1, size / 10)))
                return;
            found.Add($"{difference:G5} by steps of {step}");
        }

        Assert.Fail($"gradient of {name}, norm {norm:G5}: {Dot(slope, direction):G5}, but {string.Join(", ", found)}");
    }

    /// <summary>The slope between two points, and what the gradient says of it; both of the same rounded points.</summary>
    private (double Difference, double Expected, double Size) Difference(Tensor tensor, float[] slope, float[] direction, float step, bool[] counts)
    {
        var values = tensor.ToArray();
        var above = values.Zip(direction, (v, d) => v + (step * d)).ToArray();
        var below = values.Zip(direction, (v, d) => v - (step * d)).ToArray();
        var (high, size) = At(tensor, above, counts);
        var (low, _) = At(tensor, below, counts);
        Set(tensor, values);
        var expected = above.Zip(below, (a, b) => (double)a - b).Zip(slope, (d, g) => d * g).Sum() / (2 * step);
        return ((high - low) / (2 * step), expected, size);
    }

    private (double Sum, double Size) At(Tensor tensor, float[] values, bool[] counts)
    {
        module.LoadStateDict(_state);
        Set(tensor, values);
        return Pass.Weighted(module, sample, inputs, counts);
    }

    private static void Set(Tensor tensor, float[] values) => values.CopyTo(tensor.AsWritableSpan());

    private static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
}
