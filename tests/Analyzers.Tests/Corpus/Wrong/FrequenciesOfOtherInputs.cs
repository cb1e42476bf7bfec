// NNG1001: 'x.MatMul' takes 2 features since 'b' is [2, 128], but 'x' is [N, 5]
[Module]
public partial class Fourier
{
    [Buffer] private readonly Tensor b = Tensor.Randn(2, 128) * 10;
    public Tensor Forward([Shape("N, 5")] Tensor x) => [|x.MatMul(b)|];
}
