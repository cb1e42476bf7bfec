// NNG1001: 'block' takes 8 at dim 1, but 'x' is [N, 16]: let 'block' take 16
public sealed record Config(int Dim, int Heads);

[Module]
public sealed partial class Block(Config config)
{
    private readonly Linear fc = new(config.Dim, config.Dim);

    public Tensor Forward([Shape("N, config.Dim")] Tensor x) => fc.Forward(x) * config.Heads;
}

[Module]
public partial class Net
{
    private readonly Block block = new(new Config(Dim: 8, Heads: 2));

    public Tensor Forward([Shape("N, 16")] Tensor x) => [|block.Forward(x)|];
}
