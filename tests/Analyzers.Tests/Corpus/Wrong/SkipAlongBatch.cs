// NNG1001: 'F.Cat' cannot take 'b.Forward(x)' [N, 32, 32, 32]: dim 1 must be 16 as in the first tensor, [N, 16, 32, 32]
[Module]
public partial class Net
{
    private readonly Conv2d a = new(3, 16, 3, padding: 1);
    private readonly Conv2d b = new(3, 32, 5, padding: 2);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => [|F.Cat([a.Forward(x), b.Forward(x)])|];
}
