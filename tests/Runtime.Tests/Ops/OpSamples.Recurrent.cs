using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

internal static partial class OpSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Recurrent()
    {
        yield return Of(typeof(LstmOp),
        [
            Lstm("plain", [3, 2, 4], hidden: 5),
            Lstm("batch first", [2, 3, 4], hidden: 5, batchFirst: true),
            Lstm("no batch, no states", [3, 4], hidden: 5, hasStates: false),
            Lstm("everything", [3, 2, 4], hidden: 5, layers: 2, directions: 2, projected: 2, dropout: 0.4),
            Lstm("no bias", [2, 3, 2], hidden: 3, layers: 3, hasBias: false, batchFirst: true),
            Lstm("wide", [2, 1, 3], hidden: 19),
        ]);
        yield return Of(typeof(GruOp),
        [
            Gru("plain", [3, 2, 4], hidden: 5),
            Gru("no batch, no states", [3, 4], hidden: 5, hasStates: false),
            Gru("everything", [2, 3, 4], hidden: 5, layers: 2, directions: 2, batchFirst: true, dropout: 0.4),
            Gru("no bias", [3, 2, 2], hidden: 3, layers: 2, hasBias: false),
        ]);
        yield return Of(typeof(RnnOp),
        [
            Rnn("tanh", [3, 2, 4], hidden: 5, Nonlinearity.Tanh),
            Rnn("relu", [3, 2, 2], hidden: 2, Nonlinearity.ReLU),
            Rnn("both directions", [2, 3, 4], hidden: 5, Nonlinearity.Tanh, layers: 2, directions: 2),
        ]);
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

    private static OpSample Lstm(
        string name,
        int[] shape,
        int hidden,
        int layers = 1,
        int directions = 1,
        bool hasBias = true,
        bool batchFirst = false,
        int projected = 0,
        double dropout = 0,
        bool hasStates = true)
    {
        var output = projected > 0 ? projected : hidden;
        Tensor[] states = hasStates ? [State(2, shape, output, layers * directions, batchFirst), State(3, shape, hidden, layers * directions, batchFirst)] : [];
        return new OpSample(name, [Values(1, shape), .. states, .. Weights(4, shape[^1], hidden, output, layers, directions, hasBias)], x => Replay(() =>
        {
            var (y, hn, cn) = LstmOp.Apply(
                x[0],
                hasStates ? x[1] : null,
                hasStates ? x[2] : null,
                x[(1 + states.Length)..],
                hidden,
                output,
                layers,
                directions,
                batchFirst,
                dropout,
                training: true);
            return (TensorBase[])[y, hn, cn];
        }));
    }

    private static OpSample Gru(
        string name,
        int[] shape,
        int hidden,
        int layers = 1,
        int directions = 1,
        bool hasBias = true,
        bool batchFirst = false,
        double dropout = 0,
        bool hasStates = true)
    {
        Tensor[] states = hasStates ? [State(2, shape, hidden, layers * directions, batchFirst)] : [];
        return new OpSample(name, [Values(1, shape), .. states, .. Weights(3, shape[^1], hidden, hidden, layers, directions, hasBias)], x => Replay(
            () => Pair(GruOp.Apply(
                x[0], hasStates ? x[1] : null, x[(1 + states.Length)..], hidden, layers, directions, batchFirst, dropout, training: true))));
    }

    private static OpSample Rnn(string name, int[] shape, int hidden, Nonlinearity nonlinearity, int layers = 1, int directions = 1) => new(
        name,
        [Values(1, shape), State(2, shape, hidden, layers * directions, false), .. Weights(1, shape[^1], hidden, hidden, layers, directions, hasBias: true)],
        x => Pair(RnnOp.Apply(x[0], x[1], x[2..], hidden, layers, directions, batchFirst: false, nonlinearity: nonlinearity)));

    private static Tensor State(int seed, int[] shape, int size, int stacks, bool batchFirst)
        => shape.Length == 2 ? Values(seed, stacks, size) : Values(seed, stacks, batchFirst ? shape[0] : shape[1], size);

    private static IEnumerable<Tensor> Weights(int gates, int features, int hidden, int output, int layers, int directions, bool hasBias)
    {
        for (var stack = 0; stack < layers * directions; stack++)
        {
            yield return Values(10 + stack, gates * hidden, stack < directions ? features : directions * output) * 0.5;
            yield return Values(11 + stack, gates * hidden, output) * 0.5;
            if (hasBias)
            {
                yield return Values(12 + stack, gates * hidden) * 0.5;
                yield return Values(13 + stack, gates * hidden) * 0.5;
            }

            if (output != hidden)
                yield return Values(14 + stack, output, hidden);
        }
    }

    private static T Replay<T>(Func<T> apply)
    {
        Rng.ManualSeed(3);
        return apply();
    }
}
