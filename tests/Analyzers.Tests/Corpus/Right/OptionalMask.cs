[Module]
public partial class Attention(int dim)
{
    private readonly Linear q = new(dim, dim);
    private readonly Linear k = new(dim, dim);

    public Tensor Forward([Shape("B, T, dim")] Tensor x, [Shape("B, T, T")] Tensor? mask = null)
    {
        var scores = q.Forward(x).MatMul(k.Forward(x).Transpose(1, 2));
        if (mask is not null)
            scores = scores + mask;
        return F.Softmax(scores, -1).MatMul(x);
    }
}
