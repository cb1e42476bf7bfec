[Module]
public partial class Attention
{
    private readonly Linear q = new(64, 32);
    private readonly Linear k = new(64, 32);

    public Tensor Forward([Shape("B, 50, 64")] Tensor x) => F.Softmax(q.Forward(x).MatMul(k.Forward(x)), -1);
}
