// NNG1001: 'a.Forward(x) + b.Forward(x)' cannot broadcast 'a.Forward(x)' [N, 8, H, W] with 'b.Forward(x)' [N, 8, H - 2, W - 2]: H and H - 2 at dim -2 are neither equal nor 1
[Module]
public partial class Net
{
    private readonly Conv2d a = new(3, 8, 3, padding: 1);
    private readonly Conv2d b = new(3, 8, 3);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x) => [|a.Forward(x) + b.Forward(x)|];
}
