// NNG1001: 'conv.Forward(x) * scale' cannot broadcast 'conv.Forward(x)' [N, 64, 32, 32] with 'scale' [64]: 32 and 64 at dim -1 are neither equal nor 1
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 64, 3, padding: 1);
    private readonly Parameter scale = new(Tensor.Ones(64));

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => [|conv.Forward(x) * scale|];
}
