using NnGen;

namespace Programs.Structured.GraphConvolution;

// Kipf and Welling, with a dense normalized adjacency.
[Module]
public partial class GraphConvolution(int inFeatures, int outFeatures)
{
    private readonly Parameter weight = new(Tensor.Randn(inFeatures, outFeatures));
    private readonly Parameter bias = new(Tensor.Zeros(outFeatures));

    public Tensor Forward([Shape("V, inFeatures")] Tensor input, [Shape("V, V")] Tensor adj)
    {
        var support = input.MatMul(weight);
        var output = adj.MatMul(support);
        return output + bias;
    }
}

[Module]
public partial class Gcn(int nfeat, int nhid, int nclass, double dropout)
{
    private readonly GraphConvolution gc1 = new(nfeat, nhid);
    private readonly GraphConvolution gc2 = new(nhid, nclass);
    private readonly Dropout drop = new(dropout);

    public Tensor Forward([Shape("V, nfeat")] Tensor x, [Shape("V, V")] Tensor adj)
    {
        x = F.Relu(gc1.Forward(x, adj));
        x = drop.Forward(x);
        x = gc2.Forward(x, adj);
        return F.LogSoftmax(x, dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Gcn(3, 4, 2, 0.3), n => [Tensor.Randn(n + 2, 3), Tensor.Rand(n + 2, n + 2)]);
}
