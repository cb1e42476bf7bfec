using NnGen;

namespace Programs.Sequences.NeuralGpu;

/// <summary>Convolutional gated recurrent units applied once for each symbol of the input (Kaiser and Sutskever 2016).</summary>
[Module]
public partial class Cgru(int channels)
{
    private readonly Conv2d update = new(channels, channels, 3, padding: 1);
    private readonly Conv2d reset = new(channels, channels, 3, padding: 1);
    private readonly Conv2d candidate = new(channels, channels, 3, padding: 1);

    public Tensor Forward([Shape("N, channels, H, W")] Tensor state)
    {
        Tensor Gate(Conv2d conv) => F.Hardtanh(1.2f * F.Sigmoid(conv.Forward(state)) - 0.1f, 0, 1);
        var u = Gate(update);
        var r = Gate(reset);
        return u * state + (1 - u) * F.Tanh(candidate.Forward(r * state));
    }
}

[Module]
public partial class NeuralGpu(int symbols, int channels, int height)
{
    private readonly Embedding embedding = new(symbols, channels);
    private readonly Cgru first = new(channels);
    private readonly Cgru second = new(channels);
    private readonly Linear output = new(channels, symbols);

    public Tensor Forward([Shape("N, T")] Tensor<long> input)
    {
        var (n, length) = input.Shape;
        var start = embedding.Forward(input).Transpose(1, 2).Unsqueeze(2);
        var state = F.Cat([start, Tensor.Zeros(n, channels, height - 1, length)], dim: 2);
        for (var step = 0; step < length; step++)
            state = second.Forward(first.Forward(state));
        return output.Forward(state[.., .., 0].Transpose(1, 2));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new NeuralGpu(4, 3, 2), n => [Tensor.Randint(0, 4, [n, 5])]);
}
