// NNG1001: 'p' (PreNorm(64, new Linear(32, 64))) cannot take 'x' [N, T, 64]: 'fn' takes 32 features, but 'norm.Forward(x)' is [N, T, 64]: let 'fn' take 64
[Module]
public partial class PreNorm(int dim, IModule<Tensor, Tensor> fn)
{
    private readonly LayerNorm norm = new(dim);
    private readonly IModule<Tensor, Tensor> fn = fn;

    public Tensor Forward(Tensor x) => fn.Forward(norm.Forward(x));
}

[Module]
public partial class Net
{
    private readonly PreNorm p = new(64, new Linear(32, 64));

    public Tensor Forward([Shape("N, T, 64")] Tensor x) => [|p.Forward(x)|];
}
