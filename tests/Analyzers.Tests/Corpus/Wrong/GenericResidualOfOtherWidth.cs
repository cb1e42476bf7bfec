// NNG1001: 'first' (Residual(new Linear(32, 64))) cannot take 'x' [N, T, 32]: 'x + inner.Forward(x)' cannot broadcast 'x' [N, T, 32] with 'inner.Forward(x)' [N, T, 64]: 32 and 64 at dim -1 are neither equal nor 1
[Module]
public partial class Residual<T>(T inner) where T : Module, IModule<Tensor, Tensor>
{
    public Tensor Forward(Tensor x) => x + inner.Forward(x);
}

[Module]
public partial class Net
{
    private readonly Residual<Linear> first = new(new Linear(32, 64));

    public Tensor Forward([Shape("N, T, 32")] Tensor x) => [|first.Forward(x)|];
}
