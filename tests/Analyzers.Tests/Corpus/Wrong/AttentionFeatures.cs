// NNG1001: 'attention' takes 64 at dim 2, but 'x' is [N, L, 32]: let 'attention' take 32
[Module]
public partial class Net
{
    private readonly MultiheadAttention attention = new(64, 4, batchFirst: true);

    public Tensor Forward([Shape("N, L, 32")] Tensor x) => [|attention.Forward(x, x, x)|].AttnOutput;
}
