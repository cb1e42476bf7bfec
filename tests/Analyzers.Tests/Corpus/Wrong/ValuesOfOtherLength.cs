[Module]
public partial class Attention
{
    private readonly Linear q = new(64, 32);
    private readonly Linear k = new(64, 32);
    private readonly Linear v = new(64, 32);

    public Tensor Forward([Shape("B, 10, 64")] Tensor x, [Shape("B, 20, 64")] Tensor memory)
    {
        var scores = q.Forward(x).MatMul(k.Forward(memory).Transpose(1, 2));
        return F.Softmax(scores, -1).MatMul(v.Forward(x));
    }
}
