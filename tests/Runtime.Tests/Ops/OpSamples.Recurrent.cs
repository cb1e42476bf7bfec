using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

internal static partial class OpSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Recurrent()
    {
        yield return Of(
            typeof(PackPaddedSequenceOp),
            new OpSample("sorted", [Values(1, 4, 3, 2)], x => Packed(x[0], [4, 2, 1], batchFirst: false)),
            new OpSample("not sorted", [Values(1, 3, 4)], x => Packed(x[0], [1, 3, 2], batchFirst: true)));
        yield return Of(
            typeof(PadPackedSequenceOp),
            new OpSample("batch", [Values(1, 6, 2)], x => Padded(x[0], [2, 1, 0], batchFirst: false, totalLength: null)),
            new OpSample("batch first", [Values(1, 7)], x => Padded(x[0], [1, 0, 2], batchFirst: true, totalLength: 5)));
        Tensor[] Cell(int gates, int states, params int[] batch) =>
        [
            Values(1, [.. batch, 4]),
            .. Enumerable.Range(0, states).Select(i => Values(2 + i, [.. batch, 5])),
            Values(5, gates * 5, 4),
            Values(6, gates * 5, 5),
            Values(7, gates * 5),
            Values(8, gates * 5),
        ];
        yield return Of(
            typeof(LstmCellOp),
            new OpSample("states", Cell(4, 2, 3), x => Pair(LstmCellOp.Apply(x[0], x[1], x[2], x[3], x[4], x[5], x[6]))),
            new OpSample("no states", Cell(4, 0), x => Pair(LstmCellOp.Apply(x[0], null, null, x[1], x[2], x[3], x[4]))),
            new OpSample("no bias", Cell(4, 2, 3)[..5], x => Pair(LstmCellOp.Apply(x[0], x[1], x[2], x[3], x[4], null, null))));
        yield return Of(
            typeof(GruCellOp),
            new OpSample("state", Cell(3, 1, 3), x => [GruCellOp.Apply(x[0], x[1], x[2], x[3], x[4], x[5])]),
            new OpSample("no state", Cell(3, 0), x => [GruCellOp.Apply(x[0], null, x[1], x[2], x[3], x[4])]),
            new OpSample("no bias", Cell(3, 1, 3)[..4], x => [GruCellOp.Apply(x[0], x[1], x[2], x[3], null, null)]));
        yield return Of(
            typeof(RnnCellOp),
            new OpSample("tanh", Cell(1, 1, 3), x => [RnnCellOp.Apply(x[0], x[1], x[2], x[3], x[4], x[5], Nonlinearity.Tanh)]),
            new OpSample("relu", Cell(1, 1, 3), x => [RnnCellOp.Apply(x[0], x[1], x[2], x[3], x[4], x[5], Nonlinearity.ReLU)]));
    }

    private static Tensor[] Pair((Tensor First, Tensor Second) results) => [results.First, results.Second];

    private static TensorBase[] Packed(Tensor x, long[] lengths, bool batchFirst)
    {
        var (data, batchSizes, sortedIndices, unsortedIndices) = PackPaddedSequenceOp.Apply(x, Tensor<long>.From(lengths), batchFirst, enforceSorted: false);
        return [data, batchSizes, sortedIndices, unsortedIndices];
    }

    /// <summary>Sequences of 3, 2 and 1 steps; rows behind those are not read.</summary>
    private static TensorBase[] Padded(Tensor x, long[] sortedIndices, bool batchFirst, int? totalLength)
    {
        var (y, lengths) = PadPackedSequenceOp.Apply(x, Tensor<long>.From([3L, 2, 1]), Tensor<long>.From(sortedIndices), batchFirst, 0.5, totalLength);
        return [y, lengths];
    }
}
