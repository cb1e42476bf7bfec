// NNG1001: 'tokens + positions' cannot broadcast 'tokens' from 'Transpose' [N, 196, 192] with 'positions' [1, 197, 192]: 196 and 197 at dim -2 are neither equal nor 1
[Module]
public partial class Vit
{
    private readonly Conv2d patches = new(3, 192, 16, stride: 16);
    private readonly Parameter positions = new(Tensor.Zeros(1, 197, 192));

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        var tokens = patches.Forward(x).Flatten(2).Transpose(1, 2);
        return [|tokens + positions|];
    }
}
