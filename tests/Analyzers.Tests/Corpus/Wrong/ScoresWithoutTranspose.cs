// NNG1001: 'MatMul' takes equal sizes at dim 2 of 'q.Forward(x)' and dim 1 of 'k.Forward(x)', but 'q.Forward(x)' is [B, 50, 32] and 'k.Forward(x)' is [B, 50, 32]: 32 and 50 differ
[Module]
public partial class Attention
{
    private readonly Linear q = new(64, 32);
    private readonly Linear k = new(64, 32);

    public Tensor Forward([Shape("B, 50, 64")] Tensor x) => F.Softmax([|q.Forward(x).MatMul(k.Forward(x))|], -1);
}
