using System.Numerics.Tensors;

namespace NnGen.Tests.TensorTests;

public class TensorFactoryTests
{
    [Fact]
    public void FromCopies()
    {
        float[] data = [1, 2, 3, 4, 5, 6];
        var x = Tensor.From(data, 2, 3);
        data[0] = 9;
        Assert.Equal([2, 3], x.Shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6], x.ToArray());
    }

    [Fact]
    public void FromTakesWhatHoldsNumbers()
    {
        float[] array = [1, 2];
        ReadOnlySpan<float> span = array;
        Assert.Equal([2], Tensor.From(array).Shape);
        Assert.Equal([2], Tensor.From(span).Shape);
        Assert.Equal([1, 2], Tensor.From(span, 1, 2).Shape);
        Assert.Equal([1, 2], Tensor.From(span, [1, 2]).Shape);
        Assert.Equal([2, 1], Tensor.From([1f, 2f], new[] { 2, 1 }).Shape);
        Assert.Equal([2, 1], Tensor.From(array, Tensor.Zeros(2, 1).Shape).Shape);
        Assert.Equal([3], Tensor.From([1, 2, 3]).Shape);
        Assert.Equal(default, Tensor.From(1.5f).Shape);
        Assert.Equal([1f, 2, 3, 4], Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } }).ToArray());
    }

    [Fact]
    public void FromTakesOtherStoredTypes()
    {
        Tensor<long> labels = Tensor.From(new long[] { 1, 2 });
        Tensor<bool> mask = Tensor.From(new[] { true, false }, 2, 1);
        Assert.Equal(DType.Int64, labels.DType);
        Assert.Equal([2], labels.Shape);
        Assert.Equal([2, 1], mask.Shape);
        Assert.Equal([1L, 2, 3], Tensor<long>.From([1, 2, 3]).ToArray());
    }

    [Fact]
    public void AShapeThatDoesNotFitIsRefused()
    {
        var message = Assert.Throws<ArgumentException>(() => Tensor.From([1f, 2, 3], 2, 2)).Message;
        Assert.StartsWith("shape '[2, 2]' is invalid for input of size 3", message);
    }

    [Fact]
    public void AnUnknownElementTypeIsRefused() =>
        Assert.Contains("Tensor<Decimal>", Assert.Throws<NotSupportedException>(() => Tensor<decimal>.Zeros(1)).Message);

    [Fact]
    public void FillsAsAsked()
    {
        Assert.Equal([0f, 0], Tensor.Zeros(2).ToArray());
        Assert.Equal([1f, 1], Tensor.Ones(2, 1).ToArray());
        Assert.Equal([3f, 3], Tensor.Full([2], 3).ToArray());
        Assert.Equal(1, Tensor.Ones().Item());
        Assert.Equal([2, 3], Tensor.Empty(2, 3).Shape);
        Assert.Equal([2, 3], Tensor.ZerosLike(Tensor.Ones(2, 3)).Shape);
        Assert.Equal([1f], Tensor.OnesLike(Tensor.Zeros(1)).ToArray());
        Assert.Equal([1f, 0, 0, 0, 1, 0], Tensor.Eye(2, 3).ToArray());
        Assert.Equal([2, 2], Tensor.Eye(2).Shape);
    }

    [Fact]
    public void ArangeAndLinspaceAreTorchs()
    {
        Assert.Equal([0f, 1, 2], Tensor.Arange(3).ToArray());
        Assert.Equal([1f, 1.5f, 2], Tensor.Arange(1, 2.5, 0.5).ToArray());
        Assert.Equal([3f, 2], Tensor.Arange(3, 1, -1).ToArray());
        Assert.Equal([0], Tensor.Arange(1, 1).Shape);
        Assert.Throws<ArgumentException>(() => Tensor.Arange(0, 1, 0));
        Assert.Throws<ArgumentException>(() => Tensor.Arange(1, 0));
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f, 1], Tensor.Linspace(0, 1, 5).ToArray());
        Assert.Equal([2f], Tensor.Linspace(2, 9, 1).ToArray());
        Assert.Equal([0], Tensor.Linspace(0, 1, 0).Shape);
        Assert.Equal(0.3f, Tensor.Linspace(0.1f, 0.3f, 8).ToArray()[^1]);
        Assert.Equal([2L, 3, 4], Tensor<long>.Arange(2, 5).ToArray());
        Assert.Equal([4.0, 2], Tensor<double>.Arange(4, 0, -2).ToArray());
        Assert.Throws<OverflowException>(() => Tensor<byte>.Arange(0, 300));
    }

    [Fact]
    public void TensorSpansShareTheMemory()
    {
        var x = Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3);
        var view = x.AsTensorSpan();
        Assert.Equal(2, view.Rank);
        Assert.Equal(6, view[1, 2]);
        var writable = x.AsWritableTensorSpan();
        writable[0, 1] = 20;
        Assert.Equal(20, x.AsSpan()[1]);
        Assert.Equal(1, x.Version);

        Assert.Equal([20f, 3, 5, 6], Tensor.From(x.AsTensorSpan().Slice([0..2, 1..3])).ToArray());
        Assert.Equal([2, 2], Tensor.From(x.AsTensorSpan().Slice([0..2, 1..3])).Shape);
        var labels = Tensor<long>.From([1, 2]);
        Assert.Equal([1L, 2], Tensor<long>.From(labels.AsTensorSpan()).ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(30_000)]
    [InlineData(1_000_003)]
    public unsafe void SixtyFourBytesBehindTheLastElementCanBeRead(int count)
    {
        var storage = Storage<float>.Allocate(count);
        Assert.Equal(storage.IsPinned, count * sizeof(float) >= 85_000);
        using var pinned = storage.Pin();
        var last = (float*)pinned.Pointer + count;
        for (var i = 0; i < 16; i++)
            last[i] = 1;
        if (storage.IsPinned)
            Assert.Equal(0u, (nuint)pinned.Pointer % 64);
    }

    [Fact]
    public unsafe void ParametersAreAlignedAndDoNotMove()
    {
        var parameter = new Parameter(Tensor.From([1f, 2, 3]));
        using var pinned = parameter.Pin();
        var before = (nint)pinned.Pointer;
        Assert.Equal(0, before % 64);
        GC.Collect();
        fixed (float* after = parameter.AsSpan())
            Assert.Equal(before, (nint)after);
        fixed (float* gradient = parameter.Gradient.Span)
            Assert.Equal(0, (nint)gradient % 64);
    }
}
