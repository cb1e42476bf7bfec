// NNG1001: 'fc' takes 784 features, but 'pixels' is [N, 100]: let 'fc' take 100
[Module]
public partial class Net
{
    private readonly Linear fc = new(784, 10);

    public Tensor Forward([Shape("N, 100")] Tensor pixels) => [|fc.Forward(pixels)|];
}
