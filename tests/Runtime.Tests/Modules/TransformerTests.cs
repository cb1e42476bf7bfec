namespace NnGen.Tests.Modules;

public class TransformerTests
{
    [Fact]
    public void LayersStartAsCopiesThatDrawNothing()
    {
        Rng.ManualSeed(5);
        var layer = new TransformerEncoderLayer(4, 2, 6).Eval();
        var next = Tensor.Rand(3).ToArray();
        Rng.ManualSeed(5);
        _ = new TransformerEncoderLayer(4, 2, 6);
        var encoder = new TransformerEncoder((TransformerEncoderLayer)layer, 3);
        Assert.Equal(next, Tensor.Rand(3).ToArray());
        foreach (var copy in encoder.Layers)
        {
            Assert.NotSame(layer, copy);
            Assert.False(copy.Training);
            Assert.Equal(layer.StateDict().Values.Select(Numbers), copy.StateDict().Values.Select(Numbers));
        }
    }

    [Fact]
    public void MasksOfFlagsAndOfNumbersGiveTheSame()
    {
        Rng.ManualSeed(5);
        var model = new Transformer(4, 2, 2, 2, 6, batchFirst: true);
        model.Eval();
        var (src, tgt) = (Tensor.Randn(2, 5, 4), Tensor.Randn(2, 3, 4));
        var numbers = Transformer.GenerateSquareSubsequentMask(3);
        var flags = numbers.Lt(0);
        var padding = Tensor<bool>.From([false, false, false, false, true, false, false, false, true, true], 2, 5);
        var expected = model.Call(src, tgt, tgtMask: flags, srcKeyPaddingMask: padding, memoryKeyPaddingMask: padding).ToArray();
        var withNumbers = model.Call(src, tgt, srcMask: null, tgtMask: numbers, srcKeyPaddingMask: padding, memoryKeyPaddingMask: padding);
        var decoded = model.Decoder.Call(tgt, model.Encoder.Call(src, srcKeyPaddingMask: padding), tgtMask: numbers, memoryKeyPaddingMask: padding);
        Assert.Equal(expected, withNumbers.ToArray());
        Assert.Equal(expected, decoded.ToArray());

        // What stands behind an element cannot reach it.
        var last = tgt.Clone();
        last.AsWritableSpan()[^1] += 1;
        var changed = model.Call(src, last, tgtMask: flags, srcKeyPaddingMask: padding, memoryKeyPaddingMask: padding).ToArray();
        Assert.Equal(expected[12..20], changed[12..20]);
        Assert.NotEqual(expected[20..], changed[20..]);
    }

    [Fact]
    public void ACompiledModuleCallsAnAttentionWithItsOptions()
    {
        Rng.ManualSeed(5);
        var module = new Compiled.AttentionWithOptions(4, 2);
        var x = Tensor.Randn(2, 3, 4);
        x.RequiresGrad = true;
        var compiled = module.Call(x);
        compiled.Sum().Backward();
        var gradient = x.Grad!.ToArray();
        x.Grad = null;
        var expected = module.Forward(x);
        expected.Sum().Backward();
        AssertClose(expected.ToArray(), compiled.ToArray());
        AssertClose(x.Grad!.ToArray(), gradient);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f * Math.Max(1, Math.Abs(expected[i])));
    }

    [Fact]
    public void CausalNeedsTheMask()
    {
        var layer = new TransformerEncoderLayer(4, 2, 8, dropout: 0);
        var x = Tensor.Randn(3, 2, 4);
        Assert.Contains("attn_mask", Assert.Throws<ArgumentException>(() => layer.Call(x, isCausal: true)).Message);
        var mask = Transformer.GenerateSquareSubsequentMask(3);
        Assert.Equal(layer.Call(x, mask).ToArray(), layer.Call(x, mask, isCausal: true).ToArray());
        var transformer = new Transformer(4, 2, 1, 1, 8, dropout: 0);
        Assert.Throws<ArgumentException>(() => transformer.Call(x, x, tgtIsCausal: true));
        Assert.Equal(transformer.Call(x, x, tgtMask: mask, srcMask: null).ToArray(), transformer.Call(x, x, null, mask, tgtIsCausal: true).ToArray());
    }

    [Fact]
    public void ADistanceOfOnesOwn()
    {
        Tensor[] x = [OpValues(1), OpValues(2), OpValues(3)];
        var loss = new TripletMarginWithDistanceLoss(swap: true);
        Assert.Equal(F.TripletMarginLoss(x[0], x[1], x[2], swap: true).Item(), loss.Call(x[0], x[1], x[2]).Item(), 1e-6f);
        var cosine = new TripletMarginWithDistanceLoss((a, b) => 1 - F.CosineSimilarity(a, b), margin: 2, reduction: Reduction.Sum);
        x[0].RequiresGrad = true;
        cosine.Call(x[0], x[1], x[2]).Backward();
        Assert.Contains(x[0].Grad!.ToArray(), v => v != 0);
    }

    [Fact]
    public void SequencesArePaddedAndTakenApart()
    {
        Tensor[] sequences = [Tensor.Ones(2, 3), Tensor.Ones(4, 3) * 2, Tensor.Ones(1, 3) * 3];
        var padded = NnUtils.PadSequence(sequences, paddingValue: -1);
        Assert.Equal([4, 3, 3], padded.Shape.ToArray());
        Assert.Equal([1, 2, 3, 1, 2, -1, -1, 2, -1, -1, 2, -1], padded[.., .., 0].ToArray());
        var first = NnUtils.PadSequence(sequences, batchFirst: true, paddingSide: PaddingSide.Left);
        Assert.Equal([0, 0, 1, 1, 2, 2, 2, 2, 0, 0, 0, 3], first[.., .., 0].ToArray());
        var parts = NnUtils.UnpadSequence(padded, Tensor<long>.From([2L, 4, 1]));
        Assert.Equal(sequences.Select(s => s.ToArray()), parts.Select(p => p.ToArray()));
    }

    private static Tensor OpValues(int seed) => Ops.OpSample.Values(seed, 4, 5);

    private static float[] Numbers(TensorBase tensor) => ((Tensor)tensor).ToArray();
}
