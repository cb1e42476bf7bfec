// NNG1001: 'F.Einsum' cannot take 'k' [B, 12, 32]: dim 2 is 'd', which has size 64 elsewhere
[Module]
public partial class Net
{
    public Tensor Forward([Shape("B, 10, 64")] Tensor q, [Shape("B, 12, 32")] Tensor k) => [|F.Einsum("bid,bjd->bij", q, k)|];
}
