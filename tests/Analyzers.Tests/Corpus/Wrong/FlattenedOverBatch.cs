// NNG1001: 'fc' takes 784 features, but 'F.Flatten(x)' is [784·N]
[Module]
public partial class Net
{
    private readonly Linear fc = new(784, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => [|fc.Forward(F.Flatten(x))|];
}
