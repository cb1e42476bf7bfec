// NNG1001: 'block' takes 128 at dim 1, but 'x' is [N, 64]: let 'block' take 64
[Module]
public partial class Block(int dim)
{
    private readonly LayerNorm norm = new(dim);
    private readonly Linear fc = new(dim, dim);

    public Tensor Forward([Shape("*B, dim")] Tensor x) => x + fc.Forward(norm.Forward(x));
}

[Module]
public partial class Net
{
    private readonly Linear stem = new(10, 64);
    private readonly ModuleList<Block> blocks = new(6, _ => new Block(128));

    public Tensor Forward([Shape("N, 10")] Tensor x)
    {
        x = stem.Forward(x);
        foreach (var block in blocks)
            x = [|block.Forward(x)|];
        return x;
    }
}
