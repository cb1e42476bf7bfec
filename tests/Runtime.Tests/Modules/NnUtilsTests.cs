using System.Globalization;

namespace NnGen.Tests.Modules;

public class NnUtilsTests
{
    private const float Tolerance = 1e-6f;

    public static TheoryData<string> Lines
        => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "clip_grad.txt")).Where(line => !line.StartsWith('#'))];

    /// <summary>PyTorch's norms and gradients (reference/clip_grad.py).</summary>
    [Theory]
    [MemberData(nameof(Lines))]
    public void Gradients_are_scaled_to_a_norm_as_PyTorch_does(string line)
    {
        var parts = line.Split(';');
        var order = parts[0] == "inf" ? double.PositiveInfinity : double.Parse(parts[0], CultureInfo.InvariantCulture);
        var expected = parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => float.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        var parameters = Parameters();
        float total = NnUtils.GetTotalNorm(parameters.Take(2).Select(p => p.Grad!), order);
        var norm = NnUtils.ClipGradNorm_(parameters, double.Parse(parts[1], CultureInfo.InvariantCulture), order);
        Assert.Equal(float.Parse(parts[2], CultureInfo.InvariantCulture), norm, Tolerance * norm);
        var actual = parameters.SelectMany(p => p.Grad?.ToArray() ?? []).ToArray();
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        Assert.Null(parameters[2].Grad);
        Assert.Equal(norm, total);

        var others = Parameters();
        NnUtils.ClipGradsWithNorm_(others, double.Parse(parts[1], CultureInfo.InvariantCulture), total);
        Assert.Equal(actual, others.SelectMany(p => p.Grad?.ToArray() ?? []));
    }

    [Fact]
    public void Gradients_are_limited_element_by_element()
    {
        var parameters = Parameters();
        NnUtils.ClipGradValue_(parameters, 0.6);
        Assert.Equal([-0.6f, -0.5f, 0.25f, 0.6f, -0.6f, -0.25f, 0.5f], parameters[0].Grad!.ToArray());
    }

    [Fact]
    public void A_gradient_that_the_user_holds_is_clipped_too()
    {
        var parameters = Parameters();
        var held = parameters[0].Grad!;
        var version = held.Version;
        NnUtils.ClipGradValue_(parameters, 0.1);
        Assert.All(held.ToArray(), value => Assert.InRange(value, -0.1f, 0.1f));
        Assert.NotEqual(version, held.Version);
    }

    [Fact]
    public void A_norm_that_is_not_finite_is_refused_where_asked_and_changes_nothing()
    {
        var parameters = Parameters();
        parameters[1].Grad!.AsWritableSpan()[3] = float.NaN;
        var error = Assert.Throws<InvalidOperationException>(() => NnUtils.ClipGradNorm_(parameters, 1, errorIfNonfinite: true));
        Assert.Contains("non-finite", error.Message, StringComparison.Ordinal);
        Assert.Equal(-1.25f, parameters[0].Grad!.ToArray()[0]);
        Assert.Throws<InvalidOperationException>(() => NnUtils.GetTotalNorm([parameters[1].Grad!], errorIfNonfinite: true));
        Assert.True(float.IsNaN(NnUtils.ClipGradNorm_(parameters, 1)));
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back()
    {
        Parameter[] parameters = [new(Tensor.From([1, 2, 3, 4], 2, 2)), new(Tensor.From([5, 6], 2))];
        var vector = NnUtils.ParametersToVector(parameters);
        Assert.Equal([1, 2, 3, 4, 5, 6], vector.ToArray());
        NnUtils.VectorToParameters(vector.Detach() * 2, parameters);
        Assert.Equal([10, 12], parameters[1].ToArray());
        Assert.Throws<ArgumentException>(() => NnUtils.VectorToParameters(Tensor.Zeros(5), parameters));
        Assert.Equal([2, 4, 6, 8], parameters[0].ToArray());
    }

    private static Parameter[] Parameters()
    {
        Parameter[] result = [new(Tensor.Zeros(7)), new(Tensor.Zeros(35)), new(Tensor.Zeros(3))];
        for (var i = 0; i < 2; i++)
            result[i].Grad = Tensor.From([.. Enumerable.Range(0, result[i].Count).Select(k => ((k * (i + 3) % 11) - 5) * 0.25f)]);
        return result;
    }
}
