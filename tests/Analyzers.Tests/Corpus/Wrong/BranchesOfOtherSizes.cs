// NNG1001: 'F.Cat' cannot take 'five.Forward(x)' [N, 32, 24, 24]: dim 2 must be 28 as in the first tensor, [N, 64, 28, 28]
[Module]
public partial class Inception
{
    private readonly Conv2d one = new(192, 64, 1);
    private readonly Conv2d three = new(192, 128, 3, padding: 1);
    private readonly Conv2d five = new(192, 32, 5);

    public Tensor Forward([Shape("N, 192, 28, 28")] Tensor x) => [|F.Cat([one.Forward(x), three.Forward(x), five.Forward(x)], 1)|];
}
