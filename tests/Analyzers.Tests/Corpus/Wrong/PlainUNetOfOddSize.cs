// NNG1001: 'net' cannot take 'Tensor.Rand(1, 3, 65, 64)' [1, 3, 65, 64]: 'F.Cat' cannot take 'up.Forward(down.Forward(x))' [1, 3, 64, 64]: dim 2 must be 65 as in the first tensor, [1, 3, 65, 64]
var net = new Halving();
Console.WriteLine([|net.Call(Tensor.Rand(1, 3, 65, 64))|].Shape);

[Module]
public partial class Halving
{
    private readonly Conv2d down = new(3, 3, 2, stride: 2);
    private readonly ConvTranspose2d up = new(3, 3, 2, stride: 2);

    public Tensor Forward(Tensor x) => F.Cat([x, up.Forward(down.Forward(x))], 1);
}
