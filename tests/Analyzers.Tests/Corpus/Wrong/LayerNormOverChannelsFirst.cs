// NNG1001: 'norm' takes 64 at dim 2, but 'x' is [N, 64, 10]: let 'norm' take 10
[Module]
public partial class Net
{
    private readonly LayerNorm norm = new(64);
    public Tensor Forward([Shape("N, 64, 10")] Tensor x) => [|norm.Forward(x)|];
}
