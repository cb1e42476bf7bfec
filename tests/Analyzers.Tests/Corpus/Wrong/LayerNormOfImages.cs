// NNG1001: 'norm' takes 32 at dim 2, but 'conv.Forward(x)' is [N, 8, 30, 30]: let 'norm' take 30
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 8, 3);
    private readonly LayerNorm norm = new([8, 32, 32]);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => [|norm.Forward(conv.Forward(x))|];
}
