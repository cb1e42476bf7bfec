[Module]
public partial class Net
{
    private readonly Parameter weight = new(Tensor.Randn(128, 10));

    public Tensor Forward([Shape("N, 64")] Tensor x) => x.MatMul(weight);
}
