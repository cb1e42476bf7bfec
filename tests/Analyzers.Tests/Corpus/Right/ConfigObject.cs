public sealed record GptConfig(int VocabSize, int Dim, int Heads, int Layers, float Dropout = 0);

[Module]
public partial class Attention(GptConfig config)
{
    private readonly Linear query = new(config.Dim, config.Heads);
    private readonly Linear value = new(config.Dim, config.Dim);
    private readonly Linear output = new(config.Heads * config.Dim, config.Dim);

    public Tensor Forward([Shape("B, T, config.Dim")] Tensor x)
    {
        var (b, t) = (x.Shape[0], x.Shape[1]);
        var weights = query.Forward(x).Softmax(1).View(b, t, config.Heads, 1);
        var values = value.Forward(x).View(b, t, 1, config.Dim);
        return output.Forward((weights * values).View(b, t, config.Heads * config.Dim)) * (1 - config.Dropout);
    }
}

[Module]
public partial class Block
{
    private readonly LayerNorm norm;
    private readonly Attention attention;
    private readonly Linear? bottleneck;

    public Block(GptConfig config, bool narrows = false)
    {
        norm = new(config.Dim);
        attention = new(config);
        bottleneck = narrows ? new(config.Dim, config.Dim) : null;
    }

    public Tensor Forward(Tensor x)
    {
        x = x + attention.Forward(norm.Forward(x));
        return bottleneck is null ? x : bottleneck.Forward(x);
    }
}

[Module]
public partial class Gpt(GptConfig config)
{
    private readonly Embedding tokens = new(config.VocabSize, config.Dim);
    private readonly ModuleList<Block> blocks = new(config.Layers, i => new Block(config, narrows: i == 0));
    private readonly Linear head = new(config.Dim, config.VocabSize);

    public Tensor Forward([Shape("B, T")] Tensor<long> indices)
    {
        var x = tokens.Forward(indices);
        foreach (var block in blocks)
            x = block.Forward(x);
        return head.Forward(x);
    }
}
