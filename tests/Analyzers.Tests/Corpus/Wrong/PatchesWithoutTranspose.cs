// NNG1001: 'norm' takes 192 at dim 2, but 'patches.Forward(x).Flatten(2)' is [N, 192, 196]: let 'norm' take 196
[Module]
public partial class Vit
{
    private readonly Conv2d patches = new(3, 192, 16, stride: 16);
    private readonly LayerNorm norm = new(192);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x) => [|norm.Forward(patches.Forward(x).Flatten(2))|];
}
