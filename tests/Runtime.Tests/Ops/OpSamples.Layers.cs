using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

internal static partial class OpSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Layers()
    {
        yield return Of(typeof(ActivationOp), Unary("ReLU", Apart(19), x => ActivationOp.Apply(x, Activation.ReLU)), Unary("GELU", Values(1, 19), x => ActivationOp.Apply(x, Activation.GELU)));
        yield return Of(
            typeof(PReluOp),
            Binary("one slope", Apart(3, 7), Positive(2, 1), (x, w) => F.Prelu(x, w)),
            Binary("channels", Apart(2, 3, 5), Positive(2, 3), (x, w) => F.Prelu(x, w)),
            Unary("scalar", Tensor.From(-0.7f), x => F.Prelu(x, Positive(2, 1))));
        yield return Of(
            typeof(GluOp), Unary("last", Values(1, 3, 8), x => F.Glu(x)), Unary("first", Values(1, 4, 5), x => F.Glu(x, 0)), Unary("middle", Values(1, 2, 6, 3), x => F.Glu(x, 1)));
        yield return Of(
            typeof(BilinearOp),
            new OpSample("bias", [Values(1, 4, 3), Values(2, 4, 5), Values(3, 2, 3, 5), Values(4, 2)], x => [F.Bilinear(x[0], x[1], x[2], x[3])]),
            new OpSample("no batch", [Values(1, 3), Values(2, 3), Values(3, 2, 3, 3)], x => [F.Bilinear(x[0], x[1], x[2])], CanTie: true));
        yield return Of(
            typeof(PairwiseDistanceOp),
            Binary("2", Values(1, 4, 5), Values(2, 4, 5), (a, b) => F.PairwiseDistance(a, b)),
            Binary("1.5", Values(1, 4, 5), Values(3, 1, 5), (a, b) => F.PairwiseDistance(a, b, 1.5, 1e-3, keepdim: true)),
            Binary("3", Values(1, 4, 1), Values(3, 4, 5), (a, b) => F.PairwiseDistance(a, b, 3)),
            Binary("vectors", Values(1, 5), Values(2, 5), (a, b) => F.PairwiseDistance(a, b, 1)));
        yield return Of(
            typeof(CosineSimilarityOp),
            Binary("rows", Values(1, 4, 5), Values(2, 4, 5), (a, b) => F.CosineSimilarity(a, b)),
            Binary("columns", Values(1, 4, 5), Values(2, 1, 5), (a, b) => F.CosineSimilarity(a, b, 0)),
            Binary("middle", Values(1, 2, 4, 3), Values(2, 4, 3), (a, b) => F.CosineSimilarity(a, b, -2)));
        yield return Of(
            typeof(NormalizeOp),
            Unary("rows", Values(1, 4, 5), x => F.Normalize(x)),
            Unary("columns", Values(1, 4, 5), x => F.Normalize(x, p: 3, dim: 0)),
            Unary("largest", Apart(3, 5) * 4, x => F.Normalize(x, p: double.PositiveInfinity)),
            Unary("bound", Values(1, 3, 5), x => F.Normalize(x, eps: 100)));
        yield return Of(typeof(EmbeddingBagOp), [.. BagsOfVectors()]);
        yield return Of(typeof(MultiheadAttentionOp), [.. Heads()]);
        var drawn = new (Type, Func<Tensor, Tensor>)[]
        {
            (typeof(Dropout1dOp), x => F.Dropout1d(x, 0.3)),
            (typeof(Dropout2dOp), x => F.Dropout2d(x, 0.3)),
            (typeof(Dropout3dOp), x => F.Dropout3d(x, 0.3)),
            (typeof(AlphaDropoutOp), x => F.AlphaDropout(x, 0.3, training: true)),
            (typeof(FeatureAlphaDropoutOp), x => F.FeatureAlphaDropout(x, 0.3, training: true)),
            (typeof(RReluOp), x => F.Rrelu(x, training: true)),
        };
        foreach (var (op, apply) in drawn)
        {
            yield return Of(
                op,
                Unary("batches", op == typeof(Dropout1dOp) ? Apart(2, 3, 4) : Apart(2, 3, 2, 2, 2), x => Replayed(() => apply(x))),
                Unary("sequences", Apart(3, 4), x => Replayed(() => apply(x))));
        }
    }

    private static IEnumerable<OpSample> BagsOfVectors()
    {
        var rows = Tensor<long>.From([2L, 0, 4, 1, 2, 2], 2, 3);
        var list = Tensor<long>.From([2L, 0, 4, 1, 2, 2]);
        var offsets = Tensor<long>.From([0L, 2, 2]);
        var ends = Tensor<long>.From([0L, 2, 2, 6]);
        foreach (var mode in Enum.GetValues<EmbeddingBagMode>())
        {
            yield return Unary($"rows, {mode}", Values(1, 5, 7), w => F.EmbeddingBag(rows, w, mode: mode));
            yield return Unary($"list, {mode}", Values(1, 5, 7), w => F.EmbeddingBag(list, w, offsets, mode: mode));
            yield return Unary($"padding, {mode}", Values(1, 5, 7), w => F.EmbeddingBag(list, w, ends, mode: mode, includeLastOffset: true, paddingIdx: -1));
        }

        yield return new OpSample(
            "factors", [Values(1, 5, 7), Values(2, 2, 3)], x => [F.EmbeddingBag(rows, x[0], mode: EmbeddingBagMode.Sum, perSampleWeights: x[1])]);
    }

    private static IEnumerable<OpSample> Heads()
    {
        Tensor[] packed = [Values(1, 3, 2, 4), Values(2, 5, 2, 4), Values(3, 5, 2, 4), Values(4, 12, 4), Values(5, 12), Values(6, 4, 4), Values(7, 4)];
        Tensor[] alone = [Values(1, 2, 3, 4), Values(2, 2, 5, 3), Values(3, 2, 5, 6), Values(4, 4, 4), Values(5, 4, 3), Values(6, 4, 6), Values(7, 4, 4)];
        Tensor[] learnt = [Values(1, 3, 4), Values(2, 3, 4), Values(3, 3, 4), Values(4, 12, 4), Values(5, 12), Values(6, 1, 1, 4), Values(7, 1, 1, 4), Values(8, 4, 4), Values(9, 4)];
        var padding = Tensor<bool>.From([false, false, true, false, true, true, false, false, false, false], 2, 5);
        (Tensor, Tensor) Packed(Tensor[] x, Tensor<bool>? keys = null, Tensor? numbers = null, bool needWeights = true, bool average = true) => MultiheadAttentionOp.Apply(
            x[0], x[1], x[2], x[3], null, null, null, x[4], null, null, x[5], x[6], keys, null, null, numbers, 2, 0, 0, false, false, needWeights, average);
        TensorBase[] Both((Tensor First, Tensor Second) results) => [results.First, results.Second];
        yield return new OpSample("average", packed, x => Both(Packed(x)), CanTie: false);
        yield return new OpSample("heads, padding", packed, x => Both(Packed(x, padding, average: false)));
        yield return new OpSample("no weights", packed, x => [Packed(x, padding, needWeights: false).Item1]);
        yield return new OpSample("numbers", [.. packed, Values(8, 3, 5)], x => Both(Packed(x, padding, x[7])));
        yield return new OpSample("numbers of heads", [.. packed, Values(8, 4, 3, 5)], x => Both(Packed(x, padding, x[7])));
        yield return new OpSample(
            "other features",
            alone,
            x => Both(MultiheadAttentionOp.Apply(
                x[0], x[1], x[2], null, x[3], x[4], x[5], null, null, null, x[6], null, null, null, null, null, 2, 1, 0, false, true)));
        yield return new OpSample(
            "learnt and zero keys",
            learnt,
            x => Both(MultiheadAttentionOp.Apply(
                x[0], x[1], x[2], x[3], null, null, null, x[4], x[5], x[6], x[7], x[8], null, null, null, null, 2, 2, 0, false, false)),
            CanTie: true);
        yield return new OpSample(
            "dropout",
            packed,
            x => Both(ReplayedPair(() => MultiheadAttentionOp.Apply(
                x[0], x[1], x[2], x[3], null, null, null, x[4], null, null, x[5], x[6], null, null, null, null, 2, 0, 0.4, true, false))));
    }

    private static (Tensor First, Tensor Second) ReplayedPair(Func<(Tensor, Tensor)> apply)
    {
        Rng.ManualSeed(3);
        return apply();
    }
}
