// NNG1001: 'x.MatMul' takes 6 features since 'matrix' is [6, 4], but 'x' is [N, 5]
[Module]
public partial class Projection
{
    private readonly Parameter matrix = new(Tensor.Ones(6, 4));

    public Tensor Forward([Shape("N, 5")] Tensor x) => [|x.MatMul(matrix)|];
}
