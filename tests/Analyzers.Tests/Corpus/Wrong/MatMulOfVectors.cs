// NNG1001: 'x.MatMul' takes 128 features since 'weight' is [128, 10], but 'x' is [N, 64]
[Module]
public partial class Net
{
    private readonly Parameter weight = new(Tensor.Randn(128, 10));

    public Tensor Forward([Shape("N, 64")] Tensor x) => [|x.MatMul(weight)|];
}
