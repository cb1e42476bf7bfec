// NNG1001: 'F.Einsum' cannot take 'k.Forward(x)' [B, T, 32]: dim 2 is 'd', which has size 64 elsewhere
[Module]
public partial class Attention
{
    private readonly Linear q = new(64, 64);
    private readonly Linear k = new(64, 32);

    public Tensor Forward([Shape("B, T, 64")] Tensor x) => [|F.Einsum("bqd,bkd->bqk", q.Forward(x), k.Forward(x))|];
}
