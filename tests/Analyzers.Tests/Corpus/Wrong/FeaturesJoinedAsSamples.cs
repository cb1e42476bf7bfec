// NNG1001: 'F.Cat' cannot take 'b.Forward(x)' [N, 30]: dim 1 must be 20 as in the first tensor, [N, 20]
[Module]
public partial class Net
{
    private readonly Linear a = new(10, 20);
    private readonly Linear b = new(10, 30);
    private readonly Linear c = new(50, 5);
    public Tensor Forward([Shape("N, 10")] Tensor x) => c.Forward([|F.Cat([a.Forward(x), b.Forward(x)], 0)|]);
}
