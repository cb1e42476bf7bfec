[Module]
public partial class FastWeights
{
    private readonly Parameter w1 = new(Tensor.Randn(40, 1));
    private readonly Parameter b1 = new(Tensor.Zeros(40));
    private readonly Parameter w2 = new(Tensor.Randn(1, 40));
    private readonly Parameter b2 = new(Tensor.Zeros(1));

    public Tensor Forward([Shape("K, 1")] Tensor x) => F.Linear(F.Relu(F.Linear(x, w1, b1)), w2, b2);
}
