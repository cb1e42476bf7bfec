// NNG1001: 'conv' takes 3 channels, but 'x' is [N, 224, 224, 3]: let 'conv' take 224
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 16, 3);

    public Tensor Forward([Shape("N, 224, 224, 3")] Tensor x) => [|conv.Forward(x)|];
}
