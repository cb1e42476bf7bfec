namespace NnGen.Tests.Modules.Compiled;

/// <summary>Calls an attention with every kind of option.</summary>
[Module]
public partial class AttentionWithOptions(int features, int heads)
{
    private readonly MultiheadAttention attention = new(features, heads, batchFirst: true);

    public Tensor Forward([Shape("N, L, features")] Tensor x)
    {
        var (y, _) = attention.Forward(x, x, x, needWeights: false);
        var (z, weights) = attention.Forward(y, x, x, averageAttnWeights: false);
        return z + weights.Sum(1).MatMul(x);
    }
}
