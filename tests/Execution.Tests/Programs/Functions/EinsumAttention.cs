using NnGen;

namespace Programs.Functions.EinsumAttention;

[Module]
public partial class EinsumAttention
{
    private readonly Linear q = new(4, 4);
    private readonly Linear k = new(4, 4);

    public Tensor Forward([Shape("B, T, 4")] Tensor x)
    {
        var scores = F.Einsum("bid,bjd->bij", q.Forward(x), k.Forward(x));
        return F.Einsum("bij,bjd->bid", scores.Softmax(-1), x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new EinsumAttention(), n => [Tensor.Randn(n, 3, 4)]);
}
