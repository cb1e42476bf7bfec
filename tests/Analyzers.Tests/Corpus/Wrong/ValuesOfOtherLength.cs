// NNG1001: 'MatMul' takes equal sizes at dim 2 of 'F.Softmax(scores, -1)' and dim 1 of 'v.Forward(x)', but 'F.Softmax(scores, -1)' is [B, 10, 20] and 'v.Forward(x)' is [B, 10, 32]: 20 and 10 differ
[Module]
public partial class Attention
{
    private readonly Linear q = new(64, 32);
    private readonly Linear k = new(64, 32);
    private readonly Linear v = new(64, 32);

    public Tensor Forward([Shape("B, 10, 64")] Tensor x, [Shape("B, 20, 64")] Tensor memory)
    {
        var scores = q.Forward(x).MatMul(k.Forward(memory).Transpose(1, 2));
        return [|F.Softmax(scores, -1).MatMul(v.Forward(x))|];
    }
}
