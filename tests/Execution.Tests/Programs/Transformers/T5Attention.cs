using NnGen;

namespace Programs.Transformers.T5Attention;

// T5: a bias for each bucket of distances, which are computed with whole numbers, and a mask of the keys.
[Module]
public partial class T5Attention(int dim, int heads, int buckets, int maxDistance, bool isBidirectional)
{
    private readonly Linear q = new(dim, dim, false);
    private readonly Linear k = new(dim, dim, false);
    private readonly Linear v = new(dim, dim, false);
    private readonly Linear o = new(dim, dim, false);
    private readonly Embedding relativeAttentionBias = new(buckets, heads);

    public Tensor Forward([Shape("N, T, dim")] Tensor x, [Shape("N, T")] Tensor<bool>? mask = null)
    {
        var (n, length, _) = x.Shape;
        var scores = Split(q.Forward(x)).MatMul(Split(k.Forward(x)).Transpose(3, 2)) + Bias(length, length);
        if (mask is not null)
            scores = scores.MaskedFill(!mask.Unsqueeze(1).Unsqueeze(1), -1e9);
        var attention = F.Softmax(scores, -1);
        return o.Forward(attention.MatMul(Split(v.Forward(x))).Transpose(1, 2).Contiguous().View(n, -1, dim));

        Tensor Split(Tensor h) => h.View(n, -1, heads, dim / heads).Transpose(1, 2);
    }

    private Tensor Bias(int queries, int keys)
    {
        var context = Tensor<long>.Arange(queries).Unsqueeze(1);
        var memory = Tensor<long>.Arange(keys).Unsqueeze(0);
        return relativeAttentionBias.Forward(Bucket(memory - context, isBidirectional, buckets, maxDistance)).Permute(2, 0, 1).Unsqueeze(0);
    }

    private static Tensor<long> Bucket(Tensor<long> relative, bool isBidirectional, int buckets, int maxDistance)
    {
        var result = relative * 0L;
        if (isBidirectional)
        {
            buckets /= 2;
            result = result + (relative > 0L).Long() * (long)buckets;
            relative = relative.Maximum(relative * -1L);
        }
        else
        {
            relative = (relative * -1L).Maximum(relative * 0L);
        }

        var exact = buckets / 2;
        var isSmall = relative < (long)exact;
        var logarithmic = exact + ((relative.Float() + 1e-6f) / exact).Log() / Math.Log((double)maxDistance / exact) * (buckets - exact);
        return result + F.Where(isSmall, relative, logarithmic.Clamp(0, buckets - 1).Long());
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Bidirectional() => new(() => new T5Attention(4, 2, 8, 16, true), n => [Tensor.Randn(n, 5, 4), null]);

    [Sample]
    public static Sample Masked() => new(() => new T5Attention(4, 2, 8, 16, false), n => [Tensor.Randn(n, 5, 4), Tensor.Randn(n, 5) > -1]);
}
