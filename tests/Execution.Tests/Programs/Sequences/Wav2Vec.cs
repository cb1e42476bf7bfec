using NnGen;

namespace Programs.Sequences.Wav2Vec;

// wav2vec 2.0: strided convolutions over a wave, positions by a grouped convolution, and the lengths that are left.
[Module]
public partial class ConvolutionLayer(int input, int output, int kernel, int stride, bool isNormalized)
{
    private readonly Conv1d conv = new(input, output, kernel, stride: stride, bias: false);
    private readonly GroupNorm? layerNorm = isNormalized ? new GroupNorm(output, output) : null;

    public Tensor Forward(Tensor h)
    {
        h = conv.Forward(h);
        if (layerNorm is { } norm)
            h = norm.Forward(h);
        return F.Gelu(h);
    }
}

[Module]
public partial class PositionalConvolution(int dim, int kernel, int groups)
{
    private readonly Conv1d conv = new(dim, dim, kernel, padding: kernel / 2, groups: groups);
    private readonly int remove = kernel % 2 == 0 ? 1 : 0;

    public Tensor Forward(Tensor x)
    {
        x = conv.Forward(x.Transpose(-2, -1));
        if (remove > 0)
            x = x[Tensor.Ellipsis, ..^remove];
        return F.Gelu(x).Transpose(-2, -1);
    }
}

[Module]
public partial class Wav2Vec
{
    private readonly ModuleList<ConvolutionLayer> layers;
    private readonly LayerNorm norm = new(4);
    private readonly Linear proj = new(4, 6);
    private readonly PositionalConvolution pos = new(6, 4, 2);
    [Buffer(Persistent = false)] private readonly Tensor<long> kernels = Tensor<long>.From([5L, 3], 2);

    public Wav2Vec()
    {
        int[] sizes = [5, 3];
        layers = new(sizes.Length, i => new ConvolutionLayer(i == 0 ? 1 : 4, 4, sizes[i], 2, i == 0));
    }

    public (Tensor Features, Tensor<long> Lengths) Forward([Shape("N, L")] Tensor wave, [Shape("N")] Tensor<long>? lengths = null)
    {
        var x = wave.Unsqueeze(1);
        foreach (var layer in layers)
            x = layer.Forward(x);
        x = proj.Forward(norm.Forward(x.Transpose(1, 2)));
        x = x + pos.Forward(x);
        var left = lengths ?? Tensor<long>.Full([wave.Size(0)], wave.Size(1));
        for (var i = 0; i < 2; i++)
            left = (left - kernels[i].Item()).FloorDivide(2L) + 1L;
        return (x, left);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Wav2Vec(), n => [Tensor.Randn(n, 20), null]);

    [Sample]
    public static Sample WithLengths() => new(() => new Wav2Vec(), n => [Tensor.Randn(n, 20), Tensor.Randint(10, 20, [n])]);
}
