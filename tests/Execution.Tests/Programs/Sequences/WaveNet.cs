using NnGen;

namespace Programs.Sequences.WaveNet;

// Gated dilated convolutions with skip connections that are summed.
[Module]
public sealed partial class WaveNetLayer(int channels, int dilation)
{
    private readonly Conv1d filter = new(channels, channels, 2, dilation: dilation);
    private readonly Conv1d gate = new(channels, channels, 2, dilation: dilation);
    private readonly Conv1d residual = new(channels, channels, 1);
    private readonly Conv1d skip = new(channels, channels, 1);

    public (Tensor Residual, Tensor Skip) Forward([Shape("N, channels, L")] Tensor x)
    {
        var h = F.Tanh(filter.Forward(x)) * F.Sigmoid(gate.Forward(x));
        var length = h.Shape[2];
        return (residual.Forward(h) + x[.., .., ^length..], skip.Forward(h)[.., .., ^1]);
    }
}

[Module]
public partial class WaveNet
{
    private readonly Conv1d input = new(1, 3, 1);
    private readonly ModuleList<WaveNetLayer> layers = new(3, i => new WaveNetLayer(3, 1 << i));
    private readonly Linear output = new(3, 2);

    public Tensor Forward([Shape("N, 1, L")] Tensor x)
    {
        x = input.Forward(x);
        var skips = x[.., .., ^1] * 0;
        foreach (var layer in layers)
        {
            (x, var skip) = layer.Forward(x);
            skips += skip;
        }

        return output.Forward(F.Relu(skips));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new WaveNet(), n => [Tensor.Randn(n, 1, 10)]);
}
