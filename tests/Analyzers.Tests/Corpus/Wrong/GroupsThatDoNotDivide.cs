// NNG1001: 'conv' takes a multiple of 4 at dim 1, but 'x' is [N, 30, 16, 16]
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(30, 60, 3, groups: 4);

    public Tensor Forward([Shape("N, 30, 16, 16")] Tensor x) => [|conv.Forward(x)|];
}
