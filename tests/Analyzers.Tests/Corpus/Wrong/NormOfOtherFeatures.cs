// NNG1001: 'norm' takes 64 features, but 'fc.Forward(x)' is [N, 32]: let 'norm' take 32
[Module]
public partial class Net
{
    private readonly Linear fc = new(10, 32);
    private readonly BatchNorm1d norm = new(64);

    public Tensor Forward([Shape("N, 10")] Tensor x) => [|norm.Forward(fc.Forward(x))|];
}
