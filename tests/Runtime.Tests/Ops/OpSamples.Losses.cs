using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

internal static partial class OpSamples
{
    private static Tensor Signs(params int[] shape)
    {
        var signs = Values(5, shape);
        foreach (ref var sign in signs.AsWritableSpan())
            sign = MathF.Sign(sign);
        return signs;
    }

    private static Tensor Probabilities(int seed, params int[] shape) => (Values(seed, shape) * 0.4) + 0.5;

    private static OpSample[] Reduced(string name, Tensor[] inputs, Func<Tensor[], Reduction, Tensor> apply) =>
        [.. new[] { Reduction.None, Reduction.Mean, Reduction.Sum }.Select(r => new OpSample($"{name}, {r}", inputs, x => [apply(x, r)]))];

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> ElementLosses()
    {
        yield return Of(
            typeof(SmoothL1LossOp),
            [
                .. Reduced("both sides", [Apart(3, 7), Values(2, 3, 7) * 0.01], (x, r) => F.SmoothL1Loss(x[0], x[1], r, beta: 0.5)),
                Binary("line", Apart(9), Values(2, 9) * 0.01, (x, t) => F.SmoothL1Loss(x, t, beta: 0)),
            ]);
        yield return Of(
            typeof(HuberLossOp), Reduced("both sides", [Apart(3, 7), Values(2, 3, 7) * 0.01], (x, r) => F.HuberLoss(x[0], x[1], r, delta: 0.5)));
        var signs = Signs(3, 7);
        yield return Of(typeof(SoftMarginLossOp), Reduced("signs", [Values(1, 3, 7)], (x, r) => F.SoftMarginLoss(x[0], signs, r)));
        yield return Of(
            typeof(HingeEmbeddingLossOp), Reduced("signs", [Apart(3, 7)], (x, r) => F.HingeEmbeddingLoss(x[0], signs, 0.5, r)));
        yield return Of(
            typeof(PoissonNllLossOp),
            [
                .. Reduced("logarithms", [Values(1, 3, 7), Positive(2, 3, 7)], (x, r) => F.PoissonNllLoss(x[0], x[1], reduction: r)),
                Binary("expectations", Positive(1, 9), Positive(2, 9), (x, t) => F.PoissonNllLoss(x, t, logInput: false)),
                Unary("full", Values(1, 4), x => F.PoissonNllLoss(x, Tensor.From([0f, 1, 2, 5]), full: true)),
                new OpSample("full, target", [Values(1, 4), Tensor.From([3f, 4, 2, 5])], x => [F.PoissonNllLoss(x[0], x[1], full: true)]),
                Binary("row", Values(1, 3, 7), Positive(2, 7), (x, t) => F.PoissonNllLoss(x, t)),
            ]);
        yield return Of(
            typeof(GaussianNllLossOp),
            [
                .. Reduced("elements", [Values(1, 3, 7), Values(2, 3, 7), Positive(3, 3, 7)], (x, r) => F.GaussianNllLoss(x[0], x[1], x[2], reduction: r)),
                .. Reduced("rows", [Values(1, 3, 7), Values(2, 3, 7), Positive(3, 3)], (x, r) => F.GaussianNllLoss(x[0], x[1], x[2], full: true, reduction: r)),
                .. Reduced("column", [Values(1, 3, 7), Values(2, 7), Positive(3, 3, 1)], (x, r) => F.GaussianNllLoss(x[0], x[1], x[2], reduction: r)),
            ]);
        yield return Of(
            typeof(MarginRankingLossOp),
            [
                .. Reduced("pairs", [Apart(3, 7), Values(2, 3, 7) * 0.01, Signs(3, 7)], (x, r) => F.MarginRankingLoss(x[0], x[1], x[2], 0.2, r)),
                new OpSample("row", [Apart(3, 7), Values(2, 1, 7) * 0.01, Signs(3, 1)], x => [F.MarginRankingLoss(x[0], x[1], x[2])]),
            ]);
        yield return Of(
            typeof(BinaryCrossEntropyOp),
            [
                .. Reduced("plain", [Probabilities(1, 3, 7), Probabilities(2, 3, 7)], (x, r) => F.BinaryCrossEntropy(x[0], x[1], null, r)),
                Binary("weights", Probabilities(1, 3, 7), Probabilities(2, 3, 7), (x, t) => F.BinaryCrossEntropy(x, t, Positive(3, 7))),
            ]);
        yield return Of(
            typeof(BinaryCrossEntropyWithLogitsOp),
            [
                .. Reduced("plain", [Values(1, 3, 7), Probabilities(2, 3, 7)], (x, r) => F.BinaryCrossEntropyWithLogits(x[0], x[1], null, r)),
                Binary(
                    "weights",
                    Values(1, 3, 7) * 4,
                    Probabilities(2, 3, 7),
                    (x, t) => F.BinaryCrossEntropyWithLogits(x, t, Positive(3, 3, 1), posWeight: Positive(4, 7))),
            ]);
        yield return Of(
            typeof(KlDivOp),
            [
                .. Reduced("probabilities", [Values(1, 3, 7), Positive(2, 3, 7)], (x, r) => F.KlDiv(x[0], x[1], r)),
                .. Reduced("logarithms", [Values(1, 3, 7), Values(2, 7)], (x, r) => F.KlDiv(x[0], x[1], r, logTarget: true)),
                Binary("batch", Positive(1, 3, 7), Positive(2, 3, 7), (x, t) => F.KlDiv(x, t, Reduction.BatchMean)),
            ]);
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> SampleLosses()
    {
        var signs = Signs(4);
        yield return Of(
            typeof(CosineEmbeddingLossOp),
            [
                .. Reduced("batch", [Values(1, 4, 5), Values(2, 4, 5)], (x, r) => F.CosineEmbeddingLoss(x[0], x[1], signs, -0.9, r)),
                Binary("one pair", Values(1, 5), Values(2, 5), (a, b) => F.CosineEmbeddingLoss(a, b, Tensor.From(1f))),
            ]);
        Tensor[] triplets = [Values(1, 4, 5), Values(2, 4, 5), Values(3, 4, 5)];
        yield return Of(
            typeof(TripletMarginLossOp),
            [
                .. Reduced("batch", triplets, (x, r) => F.TripletMarginLoss(x[0], x[1], x[2], reduction: r)),
                new OpSample("swap", triplets, x => [F.TripletMarginLoss(x[0], x[1], x[2], swap: true)]),
                new OpSample("p", triplets, x => [F.TripletMarginLoss(x[0], x[1], x[2], p: 3)]),
                new OpSample("one triplet", [Values(1, 5), Values(2, 5), Values(3, 5)], x => [F.TripletMarginLoss(x[0], x[1], x[2])]),
            ]);
        var labels = Tensor<long>.From([1L, 3, -1, 2, 0, -1, 1, 1, 2, 4, 3, 1, 0, -1, 0], 3, 5);
        yield return Of(
            typeof(MultiLabelMarginLossOp),
            [
                .. Reduced("batch", [Apart(3, 5)], (x, r) => F.MultiLabelMarginLoss(x[0], labels, r)),
                Unary("one sample", Apart(5), x => F.MultiLabelMarginLoss(x, Tensor<long>.From([1L, 3, -1, 2, 0]))),
            ]);
        yield return Of(
            typeof(MultiLabelSoftMarginLossOp),
            [
                .. Reduced("batch", [Values(1, 3, 5), Probabilities(2, 3, 5)], (x, r) => F.MultiLabelSoftMarginLoss(x[0], x[1], null, r)),
                Binary("weights", Values(1, 3, 5), Probabilities(2, 3, 5), (x, t) => F.MultiLabelSoftMarginLoss(x, t, Positive(3, 5))),
                Binary("one sample", Values(1, 5), Probabilities(2, 5), (x, t) => F.MultiLabelSoftMarginLoss(x, t)),
            ]);
        var classes = Tensor<long>.From([1L, 4, 0]);
        yield return Of(
            typeof(MultiMarginLossOp),
            [
                .. Reduced("batch", [Apart(3, 5)], (x, r) => F.MultiMarginLoss(x[0], classes, margin: 0.33, reduction: r)),
                Unary("squares", Apart(3, 5), x => F.MultiMarginLoss(x, classes, p: 2, weight: Positive(2, 5))),
                Unary("one sample", Apart(5), x => F.MultiMarginLoss(x, Tensor<long>.From(3L))),
                Unary("one sample in a list", Apart(5), x => F.MultiMarginLoss(x, Tensor<long>.From([3L]))),
            ]);
        yield return Of(typeof(CtcLossOp), [.. Alignments()]);
    }

    /// <summary>Scores go through the log-softmax: the gradient that PyTorch gives for log-probabilities is right behind it alone.</summary>
    private static IEnumerable<OpSample> Alignments()
    {
        var labels = Tensor<long>.From([1L, 2, 2, 3, 1, 0], 2, 3);
        var joined = Tensor<long>.From([1L, 2, 2, 3, 1]);
        var steps = Tensor<long>.From([6L, 5]);
        var lengths = Tensor<long>.From([3L, 2]);
        foreach (var sample in Reduced("rows", [Values(1, 6, 2, 4)], (x, r) => F.CtcLoss(F.LogSoftmax(x[0], 2), labels, steps, lengths, reduction: r)))
            yield return sample;
        foreach (var sample in Reduced("joined", [Values(1, 6, 2, 4)], (x, r) => F.CtcLoss(F.LogSoftmax(x[0], 2), joined, steps, lengths, reduction: r)))
            yield return sample;
        yield return Unary(
            "one sample", Values(1, 6, 4), x => F.CtcLoss(F.LogSoftmax(x, 1), joined, Tensor<long>.From(6L), Tensor<long>.From(4L), blank: 0));
        yield return Unary(
            "no alignment",
            Values(1, 6, 2, 4),
            x => F.CtcLoss(F.LogSoftmax(x, 2), labels, Tensor<long>.From([3L, 5]), lengths, zeroInfinity: true));
        yield return Unary(
            "no labels", Values(1, 6, 2, 4), x => F.CtcLoss(F.LogSoftmax(x, 2), labels, steps, Tensor<long>.From([0L, 2]), blank: 2));
    }
}
