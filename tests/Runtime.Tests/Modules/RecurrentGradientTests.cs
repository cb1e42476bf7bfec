using NnGen.Tests.Ops;

namespace NnGen.Tests.Modules;

/// <summary>Gradients of recurrent layers add up over calls until they are cleared, in weights, inputs and first states.</summary>
public class RecurrentGradientTests
{
    private static readonly Dictionary<string, (Module Layer, Func<Module, Tensor, Tensor, Tensor> Call, int[] State)> s_layers = new()
    {
        ["LSTM"] = (new LSTM(3, 4), (m, x, h) => ((LSTM)m).Call(x, (h, h)).Output, [1, 2, 4]),
        ["LSTM without bias"] = (new LSTM(3, 4, numLayers: 2, bias: false, bidirectional: true), (m, x, h) => ((LSTM)m).Call(x, (h, h)).Output, [4, 2, 4]),
        ["GRU"] = (new GRU(3, 4, numLayers: 2), (m, x, h) => ((GRU)m).Call(x, h).Output, [2, 2, 4]),
        ["RNN"] = (new RNN(3, 4, bidirectional: true), (m, x, h) => ((RNN)m).Call(x, h).Output, [2, 2, 4]),
        ["LSTMCell"] = (new LSTMCell(3, 4), (m, x, h) => ((LSTMCell)m).Call(x[0], (h[0], h[0])).H, [1, 2, 4]),
        ["GRUCell"] = (new GRUCell(3, 4), (m, x, h) => ((GRUCell)m).Call(x[0], h[0]), [1, 2, 4]),
        ["RNNCell"] = (new RNNCell(3, 4), (m, x, h) => ((RNNCell)m).Call(x[0], h[0]), [1, 2, 4]),
    };

    public static TheoryData<string> Names => [.. s_layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAddUp(string name)
    {
        var (layer, call, state) = s_layers[name];
        var (x, h) = (OpSample.Values(1, 5, 2, 3), OpSample.Values(2, state));
        (x.RequiresGrad, h.RequiresGrad) = (true, true);
        Tensor[] leaves = [x, h, .. layer.Parameters()];
        call(layer, x, h).Square().Sum().Backward();
        var once = Array.ConvertAll(leaves, leaf => leaf.Grad!.ToArray());
        call(layer, x, h).Square().Sum().Backward();
        (call(layer, x, h).Square().Sum() * 2).Backward();
        for (var i = 0; i < leaves.Length; i++)
            Reference.CheckClose(Array.ConvertAll(once[i], value => 4 * value), leaves[i].Grad!.ToArray());
    }
}
