namespace NnGen.Tests.Modules;

/// <summary>Arguments of recurrent layers and of attention that PyTorch refuses are refused; sizes before anything is drawn.</summary>
public class SequenceValidationTests
{
    private static readonly Dictionary<string, Action> s_constructors = new()
    {
        ["no features"] = () => _ = new LSTM(0, 4),
        ["no units"] = () => _ = new GRU(3, 0),
        ["negative units"] = () => _ = new RNN(3, -1),
        ["no layers"] = () => _ = new LSTM(3, 4, numLayers: 0),
        ["dropout above 1"] = () => _ = new GRU(3, 4, dropout: 1.5),
        ["negative dropout"] = () => _ = new RNN(3, 4, dropout: -0.1),
        ["dropout not a number"] = () => _ = new LSTM(3, 4, dropout: double.NaN),
        ["projection as large as the state"] = () => _ = new LSTM(3, 4, projSize: 4),
        ["negative projection"] = () => _ = new LSTM(3, 4, projSize: -1),
        ["cell without units"] = () => _ = new LSTMCell(3, 0),
        ["cell without features"] = () => _ = new GRUCell(0, 3),
        ["heads that do not divide"] = () => _ = new MultiheadAttention(5, 2),
        ["no heads"] = () => _ = new MultiheadAttention(4, 0),
        ["no embedding"] = () => _ = new MultiheadAttention(0, 1),
        ["heads of an encoder's layer"] = () => _ = new TransformerEncoderLayer(5, 2),
        ["heads of a decoder's layer"] = () => _ = new TransformerDecoderLayer(4, 3),
        ["heads of a transformer"] = () => _ = new Transformer(6, 4),
    };

    private static readonly Dictionary<string, Action> s_calls = new()
    {
        ["another nonlinearity"] = () => _ = new RNN(3, 4, nonlinearity: Nonlinearity.LeakyReLU),
        ["another nonlinearity of a cell"] = () => _ = new RNNCell(3, 4, nonlinearity: Nonlinearity.Sigmoid),
        ["dropout of an encoder's layer"] = () => _ = new TransformerEncoderLayer(4, 2, dropout: 2),
        ["features"] = () => new LSTM(3, 4).Call(Tensor.Zeros(5, 2, 4)),
        ["rank"] = () => new GRU(3, 4).Call(Tensor.Zeros(3)),
        ["no steps"] = () => new RNN(3, 4).Call(Tensor.Zeros(0, 2, 3)),
        ["layers of the state"] = () => new GRU(3, 4, numLayers: 2).Call(Tensor.Zeros(5, 2, 3), Tensor.Zeros(1, 2, 4)),
        ["batch of the state"] = () => new GRU(3, 4).Call(Tensor.Zeros(5, 2, 3), Tensor.Zeros(1, 3, 4)),
        ["state without a batch"] = () => new GRU(3, 4).Call(Tensor.Zeros(5, 2, 3), Tensor.Zeros(1, 4)),
        ["projected state"] = () => new LSTM(3, 4, projSize: 2).Call(Tensor.Zeros(5, 2, 3), (Tensor.Zeros(1, 2, 4), Tensor.Zeros(1, 2, 4))),
        ["cell state"] = () => new LSTM(3, 4).Call(Tensor.Zeros(5, 2, 3), (Tensor.Zeros(1, 2, 4), Tensor.Zeros(1, 2, 3))),
        ["features of a cell"] = () => new LSTMCell(3, 4).Call(Tensor.Zeros(2, 4)),
        ["state of a cell"] = () => new GRUCell(3, 4).Call(Tensor.Zeros(2, 3), Tensor.Zeros(2, 3)),
        ["batch of a cell's state"] = () => new RNNCell(3, 4).Call(Tensor.Zeros(2, 3), Tensor.Zeros(3, 4)),
        ["queries"] = () => Attend(new(4, 2), Tensor.Zeros(3, 2, 6), Tensor.Zeros(5, 2, 4), Tensor.Zeros(5, 2, 4)),
        ["features of keys"] = () => Attend(new(4, 2, kdim: 3), Tensor.Zeros(3, 2, 4), Tensor.Zeros(5, 2, 4), Tensor.Zeros(5, 2, 4)),
        ["lengths of keys and values"] = () => Attend(new(4, 2), Tensor.Zeros(3, 2, 4), Tensor.Zeros(5, 2, 4), Tensor.Zeros(6, 2, 4)),
        ["batches"] = () => Attend(new(4, 2), Tensor.Zeros(3, 2, 4), Tensor.Zeros(5, 3, 4), Tensor.Zeros(5, 3, 4)),
        ["mask of pairs"] = () => new MultiheadAttention(4, 2).Call(Tensor.Zeros(3, 2, 4), Tensor.Zeros(5, 2, 4), Tensor.Zeros(5, 2, 4), attnMask: Tensor<bool>.Zeros(3, 4)),
        ["mask of each head"] = () => new MultiheadAttention(4, 2).Call(Tensor.Zeros(3, 2, 4), Tensor.Zeros(5, 2, 4), Tensor.Zeros(5, 2, 4), attnMask: Tensor<bool>.Zeros(3, 3, 5)),
        ["mask of keys"] = () => new MultiheadAttention(4, 2).Call(Tensor.Zeros(3, 2, 4), Tensor.Zeros(5, 2, 4), Tensor.Zeros(5, 2, 4), keyPaddingMask: Tensor<bool>.Zeros(2, 3)),
        ["causal without a mask"] = () => new MultiheadAttention(4, 2).Call(Tensor.Zeros(3, 2, 4), Tensor.Zeros(3, 2, 4), Tensor.Zeros(3, 2, 4), isCausal: true),
        ["negative number of copies"] = () => _ = new TransformerEncoder(new TransformerEncoderLayer(4, 2), -1),
        ["features of an encoder"] = () => new TransformerEncoderLayer(4, 2).Call(Tensor.Zeros(3, 2, 5)),
        ["features of a decoder's memory"] = () => new TransformerDecoderLayer(4, 2).Call(Tensor.Zeros(3, 2, 4), Tensor.Zeros(3, 2, 5)),
        ["features of a transformer"] = () => new Transformer(4, 2, 1, 1, 8).Call(Tensor.Zeros(3, 2, 4), Tensor.Zeros(3, 2, 5)),
        ["scores and causality"] = () => F.ScaledDotProductAttention(Tensor.Zeros(3, 4), Tensor.Zeros(3, 4), Tensor.Zeros(3, 4), Tensor.Zeros(3, 3), isCausal: true),
    };

    public static TheoryData<string> Constructors => [.. s_constructors.Keys];

    public static TheoryData<string> Calls => [.. s_calls.Keys];

    [Theory]
    [MemberData(nameof(Constructors))]
    public void ConstructorsRefuseAndDrawNothing(string name)
    {
        Rng.ManualSeed(5);
        var next = Tensor.Rand(1).Item();
        Rng.ManualSeed(5);
        Assert.ThrowsAny<ArgumentException>(s_constructors[name]);
        Assert.Equal(next, Tensor.Rand(1).Item());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void CallsRefuse(string name) => Assert.ThrowsAny<ArgumentException>(s_calls[name]);

    private static void Attend(MultiheadAttention layer, Tensor query, Tensor key, Tensor value) => layer.Call(query, key, value);
}
