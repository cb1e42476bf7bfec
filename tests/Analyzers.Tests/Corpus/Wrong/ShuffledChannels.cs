// NNG1001: 'conv' takes 32 channels, but 'shuffle.Forward(x)' is [N, 8, 28, 28]: let 'conv' take 8
[Module]
public partial class Net
{
    private readonly PixelShuffle shuffle = new(2);
    private readonly Conv2d conv = new(32, 3, 3, padding: 1);

    public Tensor Forward([Shape("N, 32, 14, 14")] Tensor x) => [|conv.Forward(shuffle.Forward(x))|];
}
