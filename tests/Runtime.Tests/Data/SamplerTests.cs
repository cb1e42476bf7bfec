using NnGen.Data;

namespace NnGen.Tests.Data;

/// <summary>Samplers and random splits draw as PyTorch's (reference/samplers.py).</summary>
public class SamplerTests
{
    private static readonly double[] s_weights = [0.1, 0.9, 0.4, 0.0, 3.0, 0.7, 1.3];

    private static readonly Dictionary<string, int[][]> s_reference = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "reference", "samplers.txt"))
        .Select(line => line.Split(':'))
        .ToDictionary(parts => parts[0], parts => parts[1].Split('|').Select(Numbers).ToArray());

    [Fact]
    public void DrawAsPyTorch()
    {
        var dataset = Numbered(17);
        Rng.ManualSeed(5);
        Assert.Equal(s_reference["split"], dataset.RandomSplit([9, 0, 8]).Select(part => part.Indices));
        Assert.Equal(s_reference["fractions"], dataset.RandomSplit([0.5, 0.3, 0.2], new Generator(3)).Select(part => part.Indices));
        var subset = new SubsetRandomSampler([3, 1, 4, 15, 9, 2, 6]);
        Assert.Equal(s_reference["subset"], [[.. subset], [.. subset]]);
        var weighted = new WeightedRandomSampler(s_weights, 12);
        Assert.Equal(s_reference["weighted"], [[.. weighted], [.. weighted]]);
        Assert.Equal(s_reference["weighted once"], [[.. new WeightedRandomSampler(s_weights, 1)]]);
        Assert.Equal(
            s_reference["weighted without replacement"],
            [[.. new WeightedRandomSampler(s_weights, 5, replacement: false, generator: new Generator(8))]]);
        Assert.Equal(s_reference["batches"], new BatchSampler(new SequentialSampler(7), 3));
        Assert.Equal(s_reference["full batches"], new BatchSampler(new SequentialSampler(7), 3, dropLast: true));
    }

    [Fact]
    public void CountsAreWhatIsEnumerated()
    {
        foreach (bool dropLast in new[] { false, true })
        {
            for (int count = 0; count < 8; count++)
            {
                var batches = new BatchSampler(new SequentialSampler(count), 3, dropLast);
                Assert.Equal(batches.Count(), batches.Count);
            }
        }

        Assert.Equal(3, new SubsetRandomSampler([7, 8, 9]).Count);
        Assert.Equal(5, new WeightedRandomSampler(s_weights, 5).Count);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.Equal("batchSize", Assert.Throws<ArgumentOutOfRangeException>(() => new BatchSampler(new SequentialSampler(3), 0)).ParamName);
        Assert.Throws<ArgumentException>(() => new WeightedRandomSampler([1, -1], 1));
        Assert.Throws<ArgumentException>(() => new WeightedRandomSampler([0, 0], 1));
        Assert.Throws<ArgumentException>(() => new WeightedRandomSampler([1, double.NaN], 1));
        Assert.Throws<ArgumentException>(() => new WeightedRandomSampler([1, 0], 2, replacement: false));
        var dataset = Numbered(5);
        Assert.StartsWith("Sum of input lengths", Assert.Throws<ArgumentException>(() => dataset.RandomSplit([2, 2])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Fraction at index 1", Assert.Throws<ArgumentException>(() => dataset.RandomSplit([0.5, 1.5])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The fractions", Assert.Throws<ArgumentException>(() => dataset.RandomSplit([0.5, 0.4])).Message, StringComparison.Ordinal);
    }

    private static TensorDataset Numbered(int count) => new(Tensor.Zeros(count, 2), Tensor<long>.Arange(count));

    private static int[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
