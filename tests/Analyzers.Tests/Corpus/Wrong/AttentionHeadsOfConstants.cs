// NNG1001: 'attention' takes 256 at dim 2, but 'x' is [B, T, 512]: let 'attention' take 512
[Module]
public partial class SelfAttention
{
    private readonly MultiheadAttention attention = new(256, 8, batchFirst: true);

    public Tensor Forward([Shape("B, T, 512")] Tensor x)
    {
        var (y, _) = [|attention.Forward(x, x, x)|];
        return y;
    }
}
