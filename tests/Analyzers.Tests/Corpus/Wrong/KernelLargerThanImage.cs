// NNG1001: 'conv' gives Ho = -1 for 'x' [N, 1, 5, 5]: it must be at least 1
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(1, 8, 7);

    public Tensor Forward([Shape("N, 1, 5, 5")] Tensor x) => [|conv.Forward(x)|];
}
