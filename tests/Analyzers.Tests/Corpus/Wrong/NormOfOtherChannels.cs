// NNG1001: 'norm' takes 32 channels, but 'h' from 'conv' is [N, 64, 32, 32]: let 'norm' take 64
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 64, 3, padding: 1);
    private readonly BatchNorm2d norm = new(32);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        var h = conv.Forward(x);
        h = [|norm.Forward(h)|];
        return h.Relu();
    }
}
