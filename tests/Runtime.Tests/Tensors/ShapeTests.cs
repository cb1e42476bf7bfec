namespace NnGen.Tests.TensorTests;

public class ShapeTests
{
    [Fact]
    public void CountsAndPrints()
    {
        Shape shape = [64, 3, 10];
        Assert.Equal(3, shape.Rank);
        Assert.Equal(1920, shape.Count);
        Assert.Equal(10, shape[^1]);
        Assert.Equal("[64, 3, 10]", shape.ToString());
        Assert.Equal([64, 3, 10], shape.ToArray());
    }

    [Fact]
    public void TheDefaultIsAScalar()
    {
        Assert.Equal(0, default(Shape).Rank);
        Assert.Equal(1, default(Shape).Count);
        Assert.Equal("[]", default(Shape).ToString());
        Assert.Equal(default, Shape.Create([]));
        Assert.Equal(default(Shape).GetHashCode(), Shape.Create([]).GetHashCode());
    }

    [Fact]
    public void EqualSizesAreEqual()
    {
        Shape a = [2, 3];
        Shape b = new[] { 2, 3 };
        Assert.True(a == b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(a != [3, 2]);
        Assert.False(a.Equals("[2, 3]"));
    }

    [Fact]
    public void AnArrayGivenIsCopied()
    {
        int[] dims = [2, 3];
        Shape shape = dims;
        dims[0] = 7;
        Assert.Equal(2, shape[0]);
    }

    [Theory]
    [InlineData(new[] { 65536, 65536 })]
    [InlineData(new[] { 2, 1 << 30 })]
    [InlineData(new[] { int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue })]
    public void TooManyElementsAreRefused(int[] dims) => Assert.Throws<OverflowException>(() => Shape.Create(dims).Count);

    [Fact]
    public void AnEmptyDimensionMakesTheCountZero() => Assert.Equal(0, Shape.Create([int.MaxValue, 0, int.MaxValue, 3]).Count);

    [Fact]
    public void WrongDimensionsAreExplained()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Shape.Create([2, -1]));
        Assert.Contains("[2, 3]", Assert.Throws<IndexOutOfRangeException>(() => Shape.Create([2, 3])[2]).Message);
        Assert.Throws<IndexOutOfRangeException>(() => Shape.Create([2, 3])[^3]);
    }

    [Fact]
    public void BroadcastsAsTorch()
    {
        Assert.Equal([2, 3], Shape.Broadcast([2, 3], [3]));
        Assert.Equal([4, 2, 3], Shape.Broadcast([2, 1], [4, 1, 3]));
        Assert.Equal([5], Shape.Broadcast([5], default));
        Assert.Equal([0, 3], Shape.Broadcast([0, 3], [1, 3]));
        var message = Assert.Throws<ShapeException>(() => Shape.Broadcast([2, 3], [2, 4])).Message;
        Assert.StartsWith("The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1", message);
    }

    [Fact]
    public void KnowsWhatItCanBeExpandedTo()
    {
        Assert.True(Shape.Create([3, 1]).IsBroadcastableTo([2, 3, 4]));
        Assert.False(Shape.Create([3]).IsBroadcastableTo([3, 1]));
        Assert.False(Shape.Create([1, 3]).IsBroadcastableTo([3]));
    }
}
