using System.Text.Json;

namespace NnGen.Tests.RandomTests;

/// <summary>Every distribution gives PyTorch's numbers bit for bit and uses as much of the stream.</summary>
public class TorchDistributionTests
{
    public static TheoryData<string, int> Rand => Reference.Cases("rand");

    public static TheoryData<string, int> Uniform => Reference.Cases("uniform");

    public static TheoryData<string, int> Randn => Reference.Cases("randn");

    public static TheoryData<string, int> Normal => Reference.Cases("normal");

    public static TheoryData<string, int> NormalPairs => Reference.Cases("normal_pairs");

    public static TheoryData<string, int> Randperm => Reference.Cases("randperm");

    public static TheoryData<string, int> Randint => Reference.Cases("randint");

    public static TheoryData<string, int> Bernoulli => Reference.Cases("bernoulli");

    public static TheoryData<string, int> Exponential => Reference.Cases("exponential");

    [Theory]
    [MemberData(nameof(Rand))]
    public void RandIsTorchs(string group, int index) =>
        Reference.Check(group, index, (_, shape, generator) => Tensor.Rand(shape, generator));

    [Theory]
    [MemberData(nameof(Uniform))]
    public void UniformIsTorchs(string group, int index) => Reference.Check(group, index, (entry, shape, generator) =>
        Init.Uniform_(Tensor.Empty(shape), Number(entry, "low"), Number(entry, "high"), generator));

    [Theory]
    [MemberData(nameof(Randn))]
    public void RandnIsTorchs(string group, int index) =>
        Reference.Check(group, index, (_, shape, generator) => Tensor.Randn(shape, generator));

    [Theory]
    [MemberData(nameof(Normal))]
    public void NormalIsTorchs(string group, int index) => Reference.Check(group, index, (entry, shape, generator) =>
        Init.Normal_(Tensor.Empty(shape), Number(entry, "mean"), Number(entry, "std"), generator));

    [Theory]
    [MemberData(nameof(NormalPairs))]
    public void AnOddNumberOfNormalsLeavesOneForLater(string group, int index) => Reference.Check(group, index, (_, _, generator) =>
    {
        var draws = new[] { Tensor.Randn([3], generator), Tensor.Rand([2], generator), Tensor.Randn([4], generator) };
        return Tensor.From(draws.SelectMany(draw => draw.ToArray()).ToArray());
    });

    [Theory]
    [MemberData(nameof(Randperm))]
    public void RandpermIsTorchs(string group, int index) =>
        Reference.Check(group, index, (_, shape, generator) => Tensor.Randperm(shape[0], generator));

    [Theory]
    [MemberData(nameof(Randint))]
    public void RandintIsTorchs(string group, int index) => Reference.Check(group, index, (entry, shape, generator) =>
        Tensor.Randint(entry.GetProperty("low").GetInt64(), entry.GetProperty("high").GetInt64(), shape, generator));

    [Theory]
    [MemberData(nameof(Bernoulli))]
    public void BernoulliIsTorchs(string group, int index) => Reference.Check(group, index, (entry, shape, generator) =>
        Tensor.Bernoulli(Tensor.Full(shape, (float)Number(entry, "p")), generator));

    [Theory]
    [MemberData(nameof(Exponential))]
    public void ExponentialIsTorchs(string group, int index) => Reference.Check(group, index, (entry, shape, generator) =>
    {
        var result = Tensor.Empty(shape);
        generator.FillExponential(result.AsWritableSpan(), Number(entry, "rate"));
        return result;
    });

    private static double Number(JsonElement entry, string name) => entry.GetProperty(name).GetDouble();
}
