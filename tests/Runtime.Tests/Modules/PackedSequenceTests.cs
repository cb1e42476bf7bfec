namespace NnGen.Tests.Modules;

/// <summary>Sequences of different lengths. What layers compute of them is compared with PyTorch in the parity tests.</summary>
public class PackedSequenceTests
{
    private static readonly Tensor[] s_sequences = [Tensor.From([1f, 2]), Tensor.From([3f, 4, 5]), Tensor.From([6f])];

    [Fact]
    public void TheLongestStandsFirstInEachStep()
    {
        var packed = NnUtils.PackSequence(s_sequences, enforceSorted: false);
        Assert.Equal([3, 1, 6, 4, 2, 5], packed.Data.ToArray());
        Assert.Equal([3, 2, 1], packed.BatchSizes.ToArray());
        Assert.Equal([1, 0, 2], packed.SortedIndices.ToArray());
        Assert.Equal([1, 0, 2], packed.UnsortedIndices.ToArray());
        Assert.Equal(s_sequences.Select(s => s.ToArray()), NnUtils.UnpackSequence(packed).Select(s => s.ToArray()));
    }

    [Fact]
    public void PaddingIsFilled()
    {
        var packed = NnUtils.PackSequence(s_sequences, enforceSorted: false);
        var (padded, lengths) = NnUtils.PadPackedSequence(packed, batchFirst: true, paddingValue: -1, totalLength: 4);
        Assert.Equal([1, 2, -1, -1, 3, 4, 5, -1, 6, -1, -1, -1], padded.ToArray());
        Assert.Equal([2, 3, 1], lengths.ToArray());
    }

    [Fact]
    public void OrdersFollowFromEachOther()
    {
        var packed = new PackedSequence(Tensor.Zeros(4, 1), Tensor<long>.From([3L, 1]), Tensor<long>.From([2L, 0, 1]));
        Assert.Equal([1, 2, 0], packed.UnsortedIndices.ToArray());
        Assert.Equal([0, 1, 2], new PackedSequence(Tensor.Zeros(4, 1), Tensor<long>.From([3L, 1])).SortedIndices.ToArray());
    }

    [Fact]
    public void StatesAreThoseOfTheBatch()
    {
        var gru = new GRU(2, 3);
        Tensor[] sequences = [Tensor.Randn(2, 2), Tensor.Randn(4, 2)];
        var hx = Tensor.Randn(1, 2, 3);
        var (output, last) = gru.Call(NnUtils.PackSequence(sequences, enforceSorted: false), hx);
        var unpacked = NnUtils.UnpackSequence(output);
        for (var i = 0; i < sequences.Length; i++)
        {
            var (y, h) = gru.Call(sequences[i], hx[.., i]);
            AssertClose(y, unpacked[i]);
            AssertClose(h, last[.., i]);
        }
    }

    [Fact]
    public void EvaluationNeedsNoGradient()
    {
        var lstm = new LSTM(1, 2, numLayers: 2, dropout: 0.5);
        var packed = NnUtils.PackSequence([Tensor.Randn(3, 1), Tensor.Randn(2, 1)]);
        var (output, (h, _)) = lstm.Predict(packed);
        Assert.False(output.Data.RequiresGrad || h.RequiresGrad);
        AssertClose(lstm.Eval().Call(packed).Output.Data, output.Data);
    }

    [Theory]
    [InlineData(new long[] { 2, 3 }, true, "decreasing order")]
    [InlineData(new long[] { 2, 0 }, true, "greater than 0")]
    [InlineData(new long[] { 5, 2 }, true, "longer than 4")]
    [InlineData(new long[] { 2, 2, 2 }, false, "lengths")]
    public void LengthsAreChecked(long[] lengths, bool enforceSorted, string message)
        => Assert.Contains(
            message,
            Assert.ThrowsAny<ArgumentException>(() => NnUtils.PackPaddedSequence(Tensor.Zeros(4, 2, 1), Tensor<long>.From(lengths), enforceSorted: enforceSorted)).Message);

    [Fact]
    public void SequencesThatAreNoneAreRefused()
    {
        var rnn = new RNN(1, 2);
        Assert.Throws<ArgumentException>(() => rnn.Call(Packed([2, 3])));
        Assert.Throws<ArgumentException>(() => rnn.Call(Packed([2, 2, 2, 2])));
        Assert.Throws<ShapeException>(() => new RNN(2, 2).Call(Packed([2, 2])));
        Assert.Throws<ArgumentException>(() => NnUtils.PadPackedSequence(Packed([2, 2]), totalLength: 1));

        static PackedSequence Packed(long[] batchSizes) => new(Tensor.Zeros(5, 1), Tensor<long>.From(batchSizes));
    }

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        foreach (var (e, a) in expected.ToArray().Zip(actual.ToArray()))
            Assert.Equal(e, a, 1e-6f);
    }
}
