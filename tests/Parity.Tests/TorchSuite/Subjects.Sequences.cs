using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

internal static partial class Subjects
{
    private static Dictionary<string, Func<Arguments, Subject>> Sequences() => new()
    {
        ["Softmax"] = a => Of(new Softmax(a.Int("dim"))),
        ["LogSoftmax"] = a => Of(new LogSoftmax(a.Int("dim"))),
        ["Softmin"] = a => Of(new Softmin(a.Int("dim"))),
        ["Softmax2d"] = _ => Of(new Softmax2d()),
        ["LayerNorm"] = a => Of(new LayerNorm(a.Sizes("normalized_shape"), a.Double("eps", 1e-5), a.Bool("elementwise_affine", true))),
        ["Embedding"] = a => Lookup(new Embedding(a.Int("num_embeddings"), a.Int("embedding_dim"), a.OptionalInt("padding_idx"), a.OptionalDouble("max_norm", null), a.Double("norm_type", 2), Dense(a).Bool("scale_grad_by_freq", false))),
        ["EmbeddingBag"] = a => Lookup(new EmbeddingBag(
            a.Int("num_embeddings"),
            a.Int("embedding_dim"),
            a.OptionalDouble("max_norm", null),
            a.Double("norm_type", 2),
            Dense(a).Bool("scale_grad_by_freq", false),
            a.EmbeddingBagMode("mode"),
            a.Bool("include_last_offset", false),
            a.OptionalInt("padding_idx"))),
        ["LSTM"] = a => Recurrent(Lstm(a)),
        ["packed LSTM"] = a => Packed(Lstm(a), a.OptionalInt("total_length")),
        ["GRU"] = a => Recurrent(Gru(a)),
        ["packed GRU"] = a => Packed(Gru(a), a.OptionalInt("total_length")),
        ["RNN"] = a => Recurrent(Rnn(a)),
        ["packed RNN"] = a => Packed(Rnn(a), a.OptionalInt("total_length")),
        ["LSTMCell"] = a => Recurrent(new LSTMCell(a.Int("input_size"), a.Int("hidden_size"), a.Bool("bias", true))),
        ["GRUCell"] = a => Recurrent(new GRUCell(a.Int("input_size"), a.Int("hidden_size"), a.Bool("bias", true))),
        ["RNNCell"] = a => Recurrent(new RNNCell(a.Int("input_size"), a.Int("hidden_size"), a.Bool("bias", true), a.Nonlinearity("nonlinearity"))),
    };

    private static LSTM Lstm(Arguments a)
        => new(
            a.Int("input_size"),
            a.Int("hidden_size"),
            a.Int("num_layers", 1),
            a.Bool("bias", true),
            a.Bool("batch_first", false),
            a.Double("dropout", 0),
            a.Bool("bidirectional", false),
            a.Int("proj_size"));

    private static GRU Gru(Arguments a)
        => new(
            a.Int("input_size"),
            a.Int("hidden_size"),
            a.Int("num_layers", 1),
            a.Bool("bias", true),
            a.Bool("batch_first", false),
            a.Double("dropout", 0),
            a.Bool("bidirectional", false));

    private static RNN Rnn(Arguments a)
        => new(
            a.Int("input_size"),
            a.Int("hidden_size"),
            a.Int("num_layers", 1),
            a.Nonlinearity("nonlinearity"),
            a.Bool("bias", true),
            a.Bool("batch_first", false),
            a.Double("dropout", 0),
            a.Bool("bidirectional", false));

    /// <summary>Sparse gradients are another form of the same numbers.</summary>
    private static Arguments Dense(Arguments a)
    {
        a.Bool("sparse", false);
        return a;
    }

    private static Subject Lookup(EmbeddingBag layer)
    {
        return new(layer, x => [Run(layer.Call, x)], x => [Run(layer.Forward, x)]);

        static Tensor Run(Func<Tensor<long>, Tensor<long>?, Tensor?, Tensor> layer, Inputs x)
            => layer((Tensor<long>)x[0], x.Find<Tensor<long>>("offsets", 1), x.Find<Tensor>("per_sample_weights", 2));
    }

    private static Subject Lookup(Embedding layer) => new(layer, x => [layer.Call((Tensor<long>)x[0])], x => [layer.Forward((Tensor<long>)x[0])]);

    private static Subject Recurrent(LSTM layer) => new(layer, x => Results(layer.Call((Tensor)x[0], Pair(x))), x => Results(layer.Forward((Tensor)x[0], Pair(x))));

    private static Subject Recurrent(LSTMCell cell) => new(cell, x => Results(cell.Call((Tensor)x[0], Pair(x))), x => Results(cell.Forward((Tensor)x[0], Pair(x))));

    private static Subject Recurrent(GRU layer) => new(layer, x => Results(layer.Call((Tensor)x[0], State(x))), x => Results(layer.Forward((Tensor)x[0], State(x))));

    private static Subject Recurrent(RNN layer) => new(layer, x => Results(layer.Call((Tensor)x[0], State(x))), x => Results(layer.Forward((Tensor)x[0], State(x))));

    private static Subject Recurrent(GRUCell cell) => new(cell, x => [cell.Call((Tensor)x[0], State(x))], x => [cell.Forward((Tensor)x[0], State(x))]);

    private static Subject Recurrent(RNNCell cell) => new(cell, x => [cell.Call((Tensor)x[0], State(x))], x => [cell.Forward((Tensor)x[0], State(x))]);

    private static Subject Packed(LSTM layers, int? totalLength)
    {
        var module = new PackedLstm(layers, totalLength);
        return new(module, x => Results(module.Call((Tensor)x[0], (Tensor<long>)x[1], Pair(x, 2))), x => Results(module.Forward((Tensor)x[0], (Tensor<long>)x[1], Pair(x, 2))));
    }

    private static Subject Packed(HiddenStateRNN layers, int? totalLength)
    {
        var module = new PackedHiddenStates(layers, totalLength);
        return new(module, x => Results(module.Call((Tensor)x[0], (Tensor<long>)x[1], State(x, 2))), x => Results(module.Forward((Tensor)x[0], (Tensor<long>)x[1], State(x, 2))));
    }

    private static Tensor? State(Inputs x, int first = 1) => x.Length > first ? (Tensor)x[first] : null;

    private static (Tensor H, Tensor C)? Pair(Inputs x, int first = 1) => x.Length > first ? ((Tensor)x[first], (Tensor)x[first + 1]) : null;

    private static TensorBase[] Results((Tensor First, Tensor Second) results) => [results.First, results.Second];

    private static TensorBase[] Results((Tensor Output, (Tensor H, Tensor C) State) results) => [results.Output, results.State.H, results.State.C];
}
