[Module, Recompute]
public partial class Block
{
    private readonly Linear fc = new(4, 4);
    private readonly Dropout dropout = new(0.1f);

    public Tensor Forward([Shape("N, 4")] Tensor x) => x + dropout.Forward(F.Gelu(fc.Forward(x)));
}

[Module]
public partial class Net
{
    private readonly ModuleList<Block> blocks = new(3, _ => new Block());
    [Recompute] private readonly Linear stem = new(4, 4);
    private readonly Linear head = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        x = Features(stem.Forward(x));
        foreach (var block in blocks)
            x = block.Forward(x);
        return F.Checkpoint(head, x);
    }

    [Recompute]
    public Tensor Features([Shape("N, 4")] Tensor x) => x.Tanh() * x.Sigmoid();
}
