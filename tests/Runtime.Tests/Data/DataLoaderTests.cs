using NnGen.Data;

namespace NnGen.Tests.Data;

public class DataLoaderTests
{
    [Fact]
    public void BatchesOfTensorsAndClasses()
    {
        var dataset = new TensorDataset(Tensor.From([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5, 2), Tensor<long>.From([0, 1, 2, 3, 4]));
        var loader = new DataLoader(dataset, batchSize: 2);
        Assert.Equal(3, loader.Count);
        var shapes = new List<(Shape, Shape)>();
        foreach (var (images, labels) in loader)
        {
            shapes.Add((images.Shape, labels.Shape));
            Assert.Equal(images.ToArray(), labels.ToArray().SelectMany(l => new[] { 2f * l, (2f * l) + 1 }));
        }

        Assert.Equal([([2, 2], [2]), ([2, 2], [2]), ([1, 2], [1])], shapes);
    }

    [Fact]
    public void ASampleIsARow()
    {
        var dataset = new TensorDataset(Tensor.From([0, 1, 2, 3, 4, 5], 3, 2), Tensor<long>.From([7, 8, 9]));
        var (input, target) = dataset[1];
        Assert.Equal([2], input.Shape.ToArray());
        Assert.Equal([2f, 3f], input.ToArray());
        Assert.Equal((Shape.Create([]), 8), (target.Shape, target.Item()));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset[3]);
        Assert.Throws<ArgumentException>(() => new TensorDataset(Tensor.Ones(3, 2), Tensor<long>.From([1, 2])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void SamplesOfADatasetAreStacked(int numWorkers)
    {
        var loader = new DataLoader(new Squares(5), batchSize: 3, numWorkers: numWorkers);
        var batches = loader.Select(b => (b.Inputs.Shape, b.Inputs.ToArray(), b.Targets.ToArray())).ToList();
        Assert.Equal([3, 1], batches[0].Shape.ToArray());
        Assert.Equal([0, 1, 4, 9, 16], batches.SelectMany(b => b.Item2));
        Assert.Equal([0, 1, 2, 3, 4], batches.SelectMany(b => b.Item3));
    }

    [Fact]
    public void AnyKindOfSampleCanBeCollated()
    {
        var loader = new DataLoader<string>(new Words().Collated(words => string.Join(' ', words)), batchSize: 2);
        Assert.Equal(["to be", "or not"], loader);
    }

    [Fact]
    public void ASamplerGivesTheOrder()
    {
        var source = new Words().Collated(words => string.Join(' ', words));
        Assert.Equal(["not or"], new DataLoader<string>(source, batchSize: 2, sampler: new Given([3, 2])));
    }

    [Fact]
    public void SamplesOfDifferentShapesAreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Collate.Stack([Tensor.Ones(1), Tensor.Ones(2)]));
        Assert.Contains("[2] at entry 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongOptionsAreRefused()
    {
        var dataset = new Squares(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoader(dataset, batchSize: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoader(dataset, numWorkers: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoader(dataset, prefetchFactor: 0));
        Assert.Throws<ArgumentException>(() => new DataLoader(dataset, shuffle: true, sampler: new SequentialSampler(3)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void AnErrorReachesTheCallerWithItsOwnStack(int numWorkers)
    {
        var loader = new DataLoader(new Squares(100) { FailsAt = 37 }, batchSize: 5, numWorkers: numWorkers);
        int read = 0;
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var _ in loader)
                read++;
        });
        Assert.Equal(7, read);
        Assert.Contains(nameof(Squares), error.StackTrace, StringComparison.Ordinal);
        AssertNoThreadLeft();
    }

    [Fact]
    public void LeavingEarlyWaitsForOneSampleOnlyAndLeavesNoThread()
    {
        var dataset = new Squares(1000) { Delay = TimeSpan.FromMilliseconds(20) };
        var loader = new DataLoader(dataset, batchSize: 100, numWorkers: 3);
        using (var enumerator = loader.GetEnumerator())
        {
            Assert.True(enumerator.MoveNext());
        }

        AssertNoThreadLeft();
        Assert.True(dataset.Reads < 600, $"{dataset.Reads} samples were read for a first batch of 100.");
    }

    [Fact]
    public void WorkersReadAheadOnlySoFar()
    {
        var dataset = new Squares(1000);
        var loader = new DataLoader(dataset, batchSize: 1, numWorkers: 2, prefetchFactor: 3);
        using var enumerator = loader.GetEnumerator();
        enumerator.MoveNext();
        SpinWait.SpinUntil(() => dataset.Reads == 7, TimeSpan.FromSeconds(10));
        Thread.Sleep(50);
        Assert.Equal(7, dataset.Reads);
    }

    /// <summary>Workers that have left their last frame may be listed for another moment.</summary>
    private static void AssertNoThreadLeft()
    {
        Assert.True(SpinWait.SpinUntil(() => WorkerNames() == 0, TimeSpan.FromSeconds(10)), "A worker is still there.");

        static int WorkerNames() => Directory.Exists("/proc/self/task")
            ? Directory.GetDirectories("/proc/self/task").Count(t => ReadName(t).StartsWith("NnGen.DataLoade", StringComparison.Ordinal))
            : 0;
    }

    private static string ReadName(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm"));
        }
        catch (IOException)
        {
            return "";                                          // the thread has ended meanwhile
        }
    }

    private sealed class Squares(int count) : Dataset<(Tensor Input, Tensor<long> Target)>
    {
        private int _reads;

        public int FailsAt { get; init; } = -1;

        public TimeSpan Delay { get; init; }

        public int Reads => Volatile.Read(ref _reads);

        public override int Count => count;

        public override (Tensor Input, Tensor<long> Target) this[int index]
        {
            get
            {
                Interlocked.Increment(ref _reads);
                Thread.Sleep(Delay);
                return index == FailsAt
                    ? throw new InvalidOperationException("damaged sample")
                    : (Tensor.From([(float)(index * index)]), Tensor<long>.From(index));
            }
        }
    }

    private sealed class Words : Dataset<string>
    {
        private static readonly string[] s_words = ["to", "be", "or", "not"];

        public override int Count => s_words.Length;

        public override string this[int index] => s_words[index];
    }

    private sealed class Given(int[] indices) : Sampler
    {
        public override int Count => indices.Length;

        public override IEnumerator<int> GetEnumerator() => indices.AsEnumerable().GetEnumerator();
    }
}
