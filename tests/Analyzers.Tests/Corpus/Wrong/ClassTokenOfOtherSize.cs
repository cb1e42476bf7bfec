// NNG1001: 'F.Cat' cannot take 'tokens' [N, 196, 192]: dim 2 must be 384 as in the first tensor, [N, 1, 384]
[Module]
public partial class Vit
{
    private readonly Conv2d patches = new(3, 192, 16, stride: 16);
    private readonly Parameter token = new(Tensor.Zeros(1, 1, 384));

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        var tokens = patches.Forward(x).Flatten(2).Transpose(1, 2);
        return [|F.Cat([token.Expand(x.Size(0), -1, -1), tokens], dim: 1)|];
    }
}
