// NNG1001: 'fc' takes 40 features, but 'F.AdaptiveMaxPool2d(c.Forward(x), (5, null)).Flatten(1)' is [N, 1120]: let 'fc' take 1120
[Module]
public partial class Net
{
    private readonly Conv2d c = new(1, 8, 3, padding: 1);
    private readonly Linear fc = new(8 * 5, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => [|fc.Forward(F.AdaptiveMaxPool2d(c.Forward(x), (5, null)).Flatten(1))|];
}
