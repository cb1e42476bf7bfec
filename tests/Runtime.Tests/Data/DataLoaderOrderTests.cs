using NnGen.Data;

namespace NnGen.Tests.Data;

/// <summary>Random numbers are drawn as PyTorch's DataLoader draws them (reference/order.py).</summary>
public class DataLoaderOrderTests
{
    private static readonly Dictionary<string, long[][]> s_reference = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "reference", "order.txt"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(':'))
        .ToDictionary(parts => parts[0], parts => parts[1].Split('|').Select(ReadEpoch).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void AShuffledEpoch(int numWorkers)
    {
        Rng.ManualSeed(0);
        var loader = Loader(3, shuffle: true, numWorkers);
        AssertReference("shuffled", Epoch(loader), Epoch(loader));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void DropLast(int numWorkers)
    {
        Rng.ManualSeed(0);
        var loader = new DataLoader<(Tensor<long> Inputs, Tensor<long> Targets)>(
            Numbers(), batchSize: 3, shuffle: true, numWorkers: numWorkers, dropLast: true);
        Assert.Equal(3, loader.Count);
        AssertReference("dropLast", Epoch(loader), Epoch(loader));
    }

    [Fact]
    public void AnUnshuffledEpochDrawsToo()
    {
        Rng.ManualSeed(1);
        var sequential = Loader(4, shuffle: false);
        AssertReference("between", Epoch(sequential), Epoch(Loader(4, shuffle: true)), Epoch(sequential));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AGeneratorOfItsOwn(int numWorkers)
    {
        Rng.ManualSeed(2);
        var loader = new DataLoader<(Tensor<long> Inputs, Tensor<long> Targets)>(
            Numbers(), batchSize: 5, shuffle: true, numWorkers: numWorkers, generator: new Generator(7));
        AssertReference("generator", Epoch(loader), Epoch(loader));
    }

    [Fact]
    public void AnEnumeratorThatIsNotUsedDrawsItsBaseSeed()
    {
        Rng.ManualSeed(3);
        var loader = Loader(5, shuffle: true);
        loader.GetEnumerator().Dispose();
        AssertReference("not enumerated", Epoch(loader));
    }

    [Fact]
    public void AnEpochMayBeBrokenOff()
    {
        Rng.ManualSeed(4);
        var loader = Loader(2, shuffle: true);
        AssertReference("broken off", loader.First().Inputs.ToArray(), Epoch(loader));
    }

    private static void AssertReference(string name, params long[][] epochs)
    {
        long[] next = new long[1];
        Rng.Default.FillIntegers(next, 0, 1_000_000);
        Assert.Equal(s_reference[name], [.. epochs, next]);
    }

    private static long[] ReadEpoch(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];

    private static long[] Epoch(DataLoader<(Tensor<long> Inputs, Tensor<long> Targets)> loader)
        => [.. loader.SelectMany(batch => batch.Inputs.ToArray())];

    private static DataLoader<(Tensor<long> Inputs, Tensor<long> Targets)> Loader(int batchSize, bool shuffle, int numWorkers = 0)
        => new(Numbers(), batchSize, shuffle, numWorkers: numWorkers);

    private static TensorDataset<Tensor<long>, Tensor<long>> Numbers()
    {
        var numbers = Tensor<long>.From([.. Enumerable.Range(0, 10).Select(i => (long)i)]);
        return new TensorDataset<Tensor<long>, Tensor<long>>(numbers, numbers);
    }
}
