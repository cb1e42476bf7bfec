using NnGen.Data;

namespace NnGen.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void ASubsetGathersAtOnceAndOneByOneTheSame()
    {
        var dataset = Numbered(10);
        var subset = new Subset<(Tensor Input, Tensor<long> Target)>(dataset, [7, 2, 9, 4]);
        Assert.Equal(4, subset.Count);
        Assert.Equal(9, subset[2].Target.Item());
        var gathered = new DataLoader(subset, batchSize: 3);
        var collated = new DataLoader<(Tensor Inputs, Tensor<long> Targets)>(subset.Collated(Collate.Pairs), batchSize: 3);
        Assert.NotNull(subset.AsBatchSource<(Tensor Inputs, Tensor<long> Targets)>());
        Assert.Equal([[7, 2, 9], [4]], gathered.Select(batch => batch.Targets.ToArray()));
        Assert.Equal(collated.Select(batch => batch.Inputs.ToArray()), gathered.Select(batch => batch.Inputs.ToArray()));
    }

    [Fact]
    public void ConcatenatedDatasetsFollowEachOther()
    {
        var whole = new ConcatDataset<(Tensor Input, Tensor<long> Target)>(Numbered(3), Numbered(0), Numbered(2), Numbered(0), Numbered(1));
        Assert.Equal([0, 1, 2, 0, 1, 0], Enumerable.Range(0, whole.Count).Select(i => whole[i].Target.Item()));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole[6]);
        Assert.Throws<ArgumentOutOfRangeException>(() => whole[-1]);
        Assert.Throws<ArgumentException>(() => new ConcatDataset<int>());
    }

    [Fact]
    public void ATransformIsAppliedWhenASampleIsRead()
    {
        int calls = 0;
        var dataset = Numbered(4).Select(sample => (Input: sample.Input * 2, sample.Target, Call: ++calls));
        Assert.Equal(0, calls);
        Assert.Equal(6, dataset[3].Input.ToArray()[0]);
        Assert.Equal(2, dataset[3].Call);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void IterableSamplesComeInOrder(int numWorkers, bool dropLast)
    {
        var loader = new IterableDataLoader<int, int[]>(Enumerable.Range(0, 50), samples => [.. samples], 4, numWorkers, dropLast);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            var batches = loader.ToArray();
            Assert.Equal(Enumerable.Range(0, dropLast ? 48 : 50), batches.SelectMany(batch => batch));
            Assert.Equal(dropLast ? 12 : 13, batches.Length);
        }
    }

    [Fact]
    public void AnErrorOfASampleReachesTheCaller()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidDataException("line 2 is damaged");
        }

        var loader = new IterableDataLoader<int, int[]>(Broken(), samples => [.. samples], numWorkers: 2);
        Assert.Equal("line 2 is damaged", Assert.Throws<InvalidDataException>(() => loader.ToArray()).Message);
    }

    [Fact]
    public void CifarFilesAreRead()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            byte[] record = [.. Enumerable.Range(0, 3073).Select(i => (byte)(i % 251))];
            record[0] = 7;
            File.WriteAllBytes(Path.Combine(folder, "test_batch.bin"), [.. record, .. record]);
            var test = Cifar10.Load(folder, train: false);
            Assert.Equal([2, 3, 32, 32], test.Images.Shape);
            Assert.Equal([7, 7], test.Targets.ToArray());
            Assert.Equal(record[1..].Select(pixel => pixel / 255f), test[1..].Inputs.ToArray());
            Assert.Contains("data_batch_1.bin", Assert.Throws<FileNotFoundException>(() => Cifar10.Load(folder)).Message, StringComparison.Ordinal);
            File.WriteAllBytes(Path.Combine(folder, "test_batch.bin"), record[..3000]);
            Assert.Contains("3000 bytes", Assert.Throws<InvalidDataException>(() => Cifar10.Load(folder, train: false)).Message, StringComparison.Ordinal);
            record[0] = 10;
            File.WriteAllBytes(Path.Combine(folder, "test_batch.bin"), record);
            Assert.Contains("label 10", Assert.Throws<InvalidDataException>(() => Cifar10.Load(folder, train: false)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TensorDataset Numbered(int count) => new(Tensor.Arange(count).View(count, 1), Tensor<long>.Arange(count));
}
