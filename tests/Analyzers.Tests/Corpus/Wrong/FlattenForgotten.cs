// NNG1001: 'fc' takes 9216 features, but 'x' is [N, 64, 12, 12]: flatten it first (64·12·12 = 9216)
[Module]
public partial class Net
{
    private readonly Linear fc = new(9216, 10);

    public Tensor Forward([Shape("N, 64, 12, 12")] Tensor x) => [|fc.Forward(x)|];
}
