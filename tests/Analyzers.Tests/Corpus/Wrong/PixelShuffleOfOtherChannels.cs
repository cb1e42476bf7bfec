// NNG1001: 'shuffle' takes a multiple of 9 at dim 1, but 'conv.Forward(x)' is [N, 10, 32, 32]
[Module]
public partial class SuperResolution
{
    private readonly Conv2d conv = new(1, 10, 3, padding: 1);
    private readonly PixelShuffle shuffle = new(3);

    public Tensor Forward([Shape("N, 1, 32, 32")] Tensor x) => [|shuffle.Forward(conv.Forward(x))|];
}
