// NNG1001: 'F.Cat' cannot take 'up.Forward(down.Forward(x))' [N, 8, 128, 128]: dim 2 must be 64 as in the first tensor, [N, 3, 64, 64]
[Module]
public partial class Net
{
    private readonly Conv2d down = new(3, 8, 3, stride: 2, padding: 1);
    private readonly Upsample up = new(scaleFactor: 4);

    public Tensor Forward([Shape("N, 3, 64, 64")] Tensor x) => [|F.Cat([x, up.Forward(down.Forward(x))], 1)|];
}
