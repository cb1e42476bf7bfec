// NNG1001: 'norm' takes a multiple of 8 at dim 1, but 'conv.Forward(x)' is [N, 20, 14, 14]
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 20, 3);
    private readonly GroupNorm norm = new(8, 20);

    public Tensor Forward([Shape("N, 3, 16, 16")] Tensor x) => [|norm.Forward(conv.Forward(x))|];
}
