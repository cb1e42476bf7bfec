namespace NnGen.Tests.RandomTests;

public class GeneratorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ContinuesFromAStateOfTorch(int index)
    {
        var entry = Reference.Group("state")[index];
        var state = Tensor<byte>.From(Convert.FromHexString(entry.GetProperty("state").GetString()!));
        var generator = new Generator();
        generator.SetState(state);

        Assert.Equal(entry.GetProperty("seed").GetInt64(), generator.InitialSeed);
        Assert.Equal(state.ToArray(), generator.GetState().ToArray()[..state.Count]);
        var expected = entry.GetProperty("next").EnumerateArray().Select(value => value.GetInt32());
        Assert.Equal(expected, Tensor.Randn([5], generator).ToArray().Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void ARestoredStateRepeatsEveryStream()
    {
        var generator = new Generator(7);
        Tensor.Randn([3], generator);
        generator.NextState(10);
        var state = generator.GetState();

        var first = (Tensor.Randn([40], generator).ToArray(), generator.NextState(5));
        generator.SetState(state);
        var second = (Tensor.Randn([40], generator).ToArray(), generator.NextState(5));

        Assert.Equal(first.Item1, second.Item1);
        Assert.Equal(first.Item2, second.Item2);
    }

    [Fact]
    public void TheCounterAdvancesByBlocksOfFour()
    {
        var generator = new Generator(5);
        Assert.Equal(new RandomState(5, 0), generator.NextState(1));
        Assert.Equal(new RandomState(5, 1), generator.NextState(9));
        Assert.Equal(new RandomState(5, 4), generator.NextState(0));
        Assert.Equal(new RandomState(5, 4), generator.NextState(4));
        Assert.Equal(new RandomState(5, 0), generator.ManualSeed(5).NextState(1));
    }

    [Fact]
    public void TheCounterTakesNothingFromTheOtherStream()
    {
        var plain = Tensor.Rand([8], new Generator(3)).ToArray();
        var generator = new Generator(3);
        generator.NextState(1000);
        Assert.Equal(plain, Tensor.Rand([8], generator).ToArray());
    }

    [Fact]
    public void StretchesHandedOutToManyThreadsDoNotOverlap()
    {
        var generator = new Generator(0);
        var starts = new System.Collections.Concurrent.ConcurrentBag<ulong>();
        Parallel.For(0, 1000, _ => starts.Add(generator.NextState(8).Counter));
        Assert.Equal(1000, starts.Distinct().Count());
        Assert.All(starts, start => Assert.Equal(0ul, start % 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5055)]
    public void BytesThatAreNoStateAreRefused(int length) =>
        Assert.Throws<ArgumentException>(() => new Generator().SetState(Tensor<byte>.Zeros(length)));

    [Fact]
    public void ACorruptStateIsRefused()
    {
        var state = new Generator(0).GetState();
        state.AsWritableSpan()[8] = 200;
        state.AsWritableSpan()[17] = 2;
        var message = Assert.Throws<ArgumentException>(() => new Generator().SetState(state)).Message;
        Assert.Contains("Invalid mt19937 state", message);
    }

    [Fact]
    public void TheDefaultGeneratorCanBeSeeded()
    {
        Rng.ManualSeed(0);
        var first = Tensor.Rand(4).ToArray();
        Rng.ManualSeed(0);
        Assert.Equal(first, Tensor.Rand(4).ToArray());
        Assert.Equal(0, Rng.InitialSeed);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        var generator = new Generator(0);
        Assert.Throws<ArgumentException>(() => Init.Uniform_(Tensor.Zeros(1), 1, 0, generator));
        Assert.Throws<ArgumentException>(() => Init.Normal_(Tensor.Zeros(1), 0, -1, generator));
        Assert.Throws<ArgumentException>(() => Tensor.Randint(3, 3, [1], generator));
        Assert.Throws<ArgumentException>(() => Tensor.Bernoulli(Tensor.From(1.5f), generator));
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.NextState(-1));
    }
}
