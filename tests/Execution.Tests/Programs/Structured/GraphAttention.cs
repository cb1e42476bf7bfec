using NnGen;

namespace Programs.Structured.GraphAttention;

[Module]
public partial class GraphAttentionLayer(int inFeatures, int outFeatures, double alpha = 0.2)
{
    private readonly Parameter W = new(Tensor.Randn(inFeatures, outFeatures) * 0.5);
    private readonly Parameter aSource = new(Tensor.Randn(outFeatures, 1));
    private readonly Parameter aTarget = new(Tensor.Randn(outFeatures, 1));

    public Tensor Forward([Shape("V, inFeatures")] Tensor h, [Shape("V, V")] Tensor logAdjacency)
    {
        var wh = h.MatMul(W);
        var e = F.LeakyRelu(wh.MatMul(aSource) + wh.MatMul(aTarget).Transpose(0, 1), alpha);
        var attention = F.Softmax(e + logAdjacency, 1);
        return F.Elu(attention.MatMul(wh));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new GraphAttentionLayer(3, 2), n => [Tensor.Randn(n + 1, 3), Tensor.Randn(n + 1, n + 1)]);
}
