using NnGen;

namespace Programs.Transformers.PreAndPostNorm;

[Module]
public partial class EncoderLayer(int dModel, int dimFeedforward, bool normFirst)
{
    private readonly Linear selfAttn = new(dModel, dModel);
    private readonly Linear linear1 = new(dModel, dimFeedforward);
    private readonly Linear linear2 = new(dimFeedforward, dModel);
    private readonly LayerNorm norm1 = new(dModel);
    private readonly LayerNorm norm2 = new(dModel);

    public Tensor Forward([Shape("B, T, dModel")] Tensor src)
    {
        var x = src;
        if (normFirst)
        {
            x = x + SelfAttentionBlock(norm1.Forward(x));
            x = x + FeedForwardBlock(norm2.Forward(x));
        }
        else
        {
            x = norm1.Forward(x + SelfAttentionBlock(x));
            x = norm2.Forward(x + FeedForwardBlock(x));
        }

        return x;
    }

    private Tensor SelfAttentionBlock(Tensor x)
    {
        var h = selfAttn.Forward(x);
        return F.ScaledDotProductAttention(h, h, h);
    }

    private Tensor FeedForwardBlock(Tensor x) => linear2.Forward(F.Relu(linear1.Forward(x)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new EncoderLayer(4, 6, true), n => [Tensor.Randn(n, 3, 4)]);

    [Sample]
    public static Sample Create2() => new(() => new EncoderLayer(4, 6, false), n => [Tensor.Randn(n, 3, 4)]);
}
