[Module]
public partial class DeepSets
{
    private readonly Sequential phi = new(new Linear(1, 100), new ELU(), new Linear(100, 100), new ELU(), new Linear(100, 100));
    private readonly Sequential rho = new(new Linear(100, 30), new ELU(), new Linear(30, 1));

    [return: Shape("N, 1")]
    public Tensor Forward([Shape("N, M, 1")] Tensor set) => rho.Forward(phi.Forward(set).Sum(1));
}
