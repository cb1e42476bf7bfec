// NNG1002: 'fc' fits only where 784·N = 784, which is checked when bound
[Module]
public partial class Net
{
    private readonly Linear fc = new(784, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => [|fc.Forward(F.Flatten(x))|];
}
