using System.Text.Json;

namespace NnGen.Tests.Modules;

/// <summary>Initial weights for one seed, state-dict keys and printed forms are PyTorch's (reference/layers.py).</summary>
public class InitialStateTests
{
    private static readonly JsonDocument s_reference =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "layers.json")));

    private static readonly Dictionary<string, Func<Module>> s_layers = new()
    {
        ["LayerNorm"] = () => new LayerNorm((2, 3)),
        ["LayerNorm plain"] = () => new LayerNorm(5, eps: 0.001, elementwiseAffine: false),
        ["Embedding"] = () => new Embedding(7, 5),
        ["Embedding padding"] = () => new Embedding(7, 5, paddingIdx: -3, scaleGradByFreq: true),
        ["LSTM"] = () => new LSTM(3, 4),
        ["LSTM everything"] = () => new LSTM(3, 5, numLayers: 2, batchFirst: true, dropout: 0.25, bidirectional: true, projSize: 2),
        ["GRU"] = () => new GRU(3, 4, numLayers: 2, bias: false),
        ["RNN"] = () => new RNN(3, 4, bidirectional: true, nonlinearity: Nonlinearity.ReLU),
        ["LSTMCell"] = () => new LSTMCell(3, 4),
        ["GRUCell"] = () => new GRUCell(3, 4, bias: false),
        ["RNNCell"] = () => new RNNCell(3, 4, nonlinearity: Nonlinearity.ReLU),
        ["LeakyReLU"] = () => new LeakyReLU(0.2),
        ["ELU"] = () => new ELU(),
        ["CELU"] = () => new CELU(2),
        ["SELU"] = () => new SELU(),
        ["GELU"] = () => new GELU(GeluApproximation.Tanh),
        ["SiLU"] = () => new SiLU(),
        ["Mish"] = () => new Mish(),
        ["Softplus"] = () => new Softplus(2, 10),
        ["Hardtanh"] = () => new Hardtanh(),
        ["ReLU6"] = () => new ReLU6(),
        ["Hardsigmoid"] = () => new Hardsigmoid(),
        ["Hardswish"] = () => new Hardswish(),
        ["LogSigmoid"] = () => new LogSigmoid(),
        ["Softsign"] = () => new Softsign(),
        ["Tanhshrink"] = () => new Tanhshrink(),
        ["Softshrink"] = () => new Softshrink(),
        ["Hardshrink"] = () => new Hardshrink(1.5),
        ["Threshold"] = () => new Threshold(0.5, 7),
        ["Softmax"] = () => new Softmax(1),
        ["LogSoftmax"] = () => new LogSoftmax(-1),
        ["Softmin"] = () => new Softmin(0),
        ["Softmax2d"] = () => new Softmax2d(),
        ["Bilinear"] = () => new Bilinear(3, 2, 4),
        ["PReLU"] = () => new PReLU(3, init: 0.5),
        ["RReLU"] = () => new RReLU(),
        ["GLU"] = () => new GLU(),
        ["Dropout1d"] = () => new Dropout1d(),
        ["AlphaDropout"] = () => new AlphaDropout(0.25),
        ["PairwiseDistance"] = () => new PairwiseDistance(),
        ["CosineSimilarity"] = () => new CosineSimilarity(),
        ["EmbeddingBag"] = () => new EmbeddingBag(7, 5, scaleGradByFreq: true, mode: EmbeddingBagMode.Sum, paddingIdx: 2),
        ["CTCLoss"] = () => new CTCLoss(),
        ["BCEWithLogitsLoss"] = () => new BCEWithLogitsLoss(posWeight: Tensor.Ones(3)),
        ["MultiheadAttention"] = () => new MultiheadAttention(4, 2, addBiasKv: true),
        ["MultiheadAttention other features"] = () => new MultiheadAttention(4, 2, bias: false, kdim: 3, vdim: 5),
        ["TransformerEncoderLayer"] = () => new TransformerEncoderLayer(4, 2, 6),
        ["TransformerDecoderLayer"] = () => new TransformerDecoderLayer(4, 2, 6, dropout: 0.2),
        ["TransformerEncoder"] = () => new TransformerEncoder(new TransformerEncoderLayer(4, 2, 6), 1, new LayerNorm(4)),
        ["Transformer"] = () => new Transformer(4, 2, 1, 1, 6),
        ["Upsample"] = () => new Upsample(scaleFactor: 2),
        ["Upsample size"] = () => new Upsample((3, 5)),
    };

    public static TheoryData<string> Names => [.. s_reference.RootElement.EnumerateObject().Select(layer => layer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPyTorch(string name)
    {
        Check(s_reference.RootElement.GetProperty(name), s_layers[name]);
    }

    /// <summary>A layer made with seed 11 prints and starts as PyTorch's.</summary>
    internal static void Check(JsonElement expected, Func<Module> create)
    {
        Rng.ManualSeed(11);
        var layer = create();
        Assert.Equal(expected.GetProperty("printed").GetString(), layer.ToString());
        var state = layer.StateDict();
        Assert.Equal(expected.GetProperty("state").EnumerateObject().Select(tensor => tensor.Name), state.Keys);
        foreach (var tensor in expected.GetProperty("state").EnumerateObject())
        {
            Assert.Equal(tensor.Value.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()), state[tensor.Name].Shape.ToArray());
            Assert.Equal(tensor.Value.GetProperty("data").EnumerateArray().Select(value => value.GetSingle()), Numbers(state[tensor.Name]));
        }
    }

    private static float[] Numbers(TensorBase tensor) => tensor is Tensor<long> numbers ? [.. numbers.ToArray().Select(value => (float)value)] : ((Tensor)tensor).ToArray();
}
