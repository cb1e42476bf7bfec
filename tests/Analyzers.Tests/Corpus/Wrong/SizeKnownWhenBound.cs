// NNG1002: 'fc' fits only where D = 784, which is checked when bound
[Module]
public partial class Net
{
    private readonly Linear fc = new(784, 10);

    public Tensor Forward([Shape("N, D")] Tensor x) => [|fc.Forward(x)|];
}
