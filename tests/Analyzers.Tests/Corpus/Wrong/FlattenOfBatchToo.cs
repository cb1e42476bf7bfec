// NNG1001: 'fc' takes 192 features, but 'x.Flatten()' is [768]: let 'fc' take 768
[Module]
public partial class Net
{
    private readonly Linear fc = new(3 * 8 * 8, 10);

    public Tensor Forward([Shape("4, 3, 8, 8")] Tensor x) => [|fc.Forward(x.Flatten())|];
}
