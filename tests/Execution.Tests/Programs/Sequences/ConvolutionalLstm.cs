using NnGen;

namespace Programs.Sequences.ConvolutionalLstm;

// Layers of ConvLSTM cells over frames: one state for each layer, kept in a list.
[Module]
public partial class ConvLstmCell(int channels, int hidden, int kernel)
{
    private readonly Conv2d conv = new(channels + hidden, 4 * hidden, kernel, padding: kernel / 2);

    public (Tensor H, Tensor C) Forward(Tensor x, (Tensor H, Tensor C) state)
    {
        var gates = conv.Forward(F.Cat([x, state.H], dim: 1)).Chunk(4, dim: 1);
        var (i, f, o, g) = (F.Sigmoid(gates[0]), F.Sigmoid(gates[1]), F.Sigmoid(gates[2]), F.Tanh(gates[3]));
        var c = f * state.C + i * g;
        return (o * F.Tanh(c), c);
    }

    public (Tensor H, Tensor C) InitHidden(Tensor like)
    {
        var (n, _, height, width) = like.Shape;
        return (Tensor.Zeros(n, hidden, height, width), Tensor.Zeros(n, hidden, height, width));
    }
}

[Module]
public partial class ConvLstm(int channels, int hidden, int layers)
{
    private readonly ModuleList<ConvLstmCell> cells = new(layers, i => new ConvLstmCell(i == 0 ? channels : hidden, hidden, 3));

    public Tensor Forward([Shape("N, T, channels, H, W")] Tensor x)
    {
        var states = new List<(Tensor H, Tensor C)>();
        foreach (var cell in cells)
            states.Add(cell.InitHidden(x[.., 0]));
        var outputs = new List<Tensor>();
        for (var t = 0; t < x.Shape[1]; t++)
        {
            var h = x[.., t];
            for (var i = 0; i < cells.Count; i++)
            {
                states[i] = cells[i].Forward(h, states[i]);
                h = states[i].H;
            }

            outputs.Add(h);
        }

        var last = states[^1].C;
        foreach (var (h, c) in states)
            last = last + h * c;
        return F.Stack(outputs, 1) + last.Unsqueeze(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ConvLstm(1, 2, 2), n => [Tensor.Randn(n, 3, 1, 4, 4)]);
}
