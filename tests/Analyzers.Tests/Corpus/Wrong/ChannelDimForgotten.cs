// NNG1001: 'c' takes 1 channels, but 'x' is [N, 28, 28]
[Module]
public partial class Net
{
    private readonly Conv2d c = new(1, 8, 3);

    public Tensor Forward([Shape("N, 28, 28")] Tensor x) => [|c.Forward(x)|];
}
