// NNG1001: 'Residual(new Ffn(32))' cannot take 'x' [..., 64]: 'inner' (Ffn(32)) cannot take 'x' [..., 64]: 'a' takes 32 features, but 'x' is [..., 64]: let 'a' take 64
[Module]
public partial class Residual<T>(T inner) where T : Module, IModule<Tensor, Tensor>
{
    public Tensor Forward(Tensor x) => x + inner.Forward(x);
}

[Module]
public partial class Ffn(int dim) { private readonly Linear a = new(dim, 4 * dim); private readonly Linear b = new(4 * dim, dim);
    public Tensor Forward(Tensor x) => b.Forward(F.Gelu(a.Forward(x))); }
[Module]
public partial class Net
{
    private readonly Sequential body = new(new Residual<Ffn>(new Ffn(64)), [|new Residual<Ffn>(new Ffn(32))|]);

    public Tensor Forward([Shape("N, T, 64")] Tensor x) => body.Forward(x);
}
