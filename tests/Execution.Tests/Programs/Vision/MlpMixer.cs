using NnGen;

namespace Programs.Vision.MlpMixer;

[Module]
public partial class MlpBlock(int features, int hidden)
{
    private readonly Linear fc1 = new(features, hidden);
    private readonly Linear fc2 = new(hidden, features);

    [return: Shape("*B, features")]
    public Tensor Forward([Shape("*B, features")] Tensor x) => fc2.Forward(F.Gelu(fc1.Forward(x)));
}

[Module]
public partial class MixerBlock(int tokens, int channels)
{
    private readonly LayerNorm norm1 = new(channels);
    private readonly MlpBlock tokenMixing = new(tokens, 2 * tokens);
    private readonly LayerNorm norm2 = new(channels);
    private readonly MlpBlock channelMixing = new(channels, 2 * channels);

    [return: Shape("N, tokens, channels")]
    public Tensor Forward([Shape("N, tokens, channels")] Tensor x)
    {
        x += tokenMixing.Forward(norm1.Forward(x).Transpose(1, 2)).Transpose(1, 2);
        x += channelMixing.Forward(norm2.Forward(x));
        return x;
    }
}

[Module]
public partial class MlpMixer(int depth)
{
    private readonly Conv2d stem = new(1, 4, kernelSize: 2, stride: 2);
    private readonly ModuleList<MixerBlock> blocks = new(depth, _ => new MixerBlock(4, 4));
    private readonly LayerNorm norm = new(4);
    private readonly Linear head = new(4, 3);

    public Tensor Forward([Shape("N, 1, 4, 4")] Tensor x)
    {
        x = stem.Forward(x).Flatten(2).Transpose(1, 2);
        foreach (var block in blocks)
        {
            x = block.Forward(x);
        }

        return head.Forward(norm.Forward(x).Mean(1));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MlpMixer(2), n => [Tensor.Randn(n, 1, 4, 4)]);
}
