// NNG1001: 'scores * mask.View(1, 10, 10)' cannot broadcast 'scores' from 'MatMul' [B, 20, 20] with 'mask.View(1, 10, 10)' [1, 10, 10]: 20 and 10 at dim -2 are neither equal nor 1
[Module]
public partial class Masked
{
    private readonly Linear q = new(32, 32);
    [Buffer] private readonly Tensor mask = Tensor.Ones(10, 10).Tril();

    public Tensor Forward([Shape("B, 20, 32")] Tensor x)
    {
        var scores = q.Forward(x).MatMul(x.Transpose(1, 2));
        return [|scores * mask.View(1, 10, 10)|];
    }
}
