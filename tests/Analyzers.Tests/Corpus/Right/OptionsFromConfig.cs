var model = new Encoder(new Config { Width = 128, Depth = 2, Heads = 4 });
Console.WriteLine(model.Predict(Tensor.Randn(2, 10, 128)).Shape);

public sealed record Config
{
    public int Width { get; init; } = 64;

    public int Depth { get; init; } = 4;

    public int Heads { get; init; } = 8;
}

[Module]
public partial class Layer(Config config)
{
    private readonly MultiheadAttention attention = new(config.Width, config.Heads, batchFirst: true);
    private readonly LayerNorm norm = new(config.Width);
    private readonly Linear fc = new(config.Width, config.Width);

    public Tensor Forward([Shape("N, T, config.Width")] Tensor x)
    {
        var h = norm.Forward(x);
        var (y, _) = attention.Forward(h, h, h, needWeights: false);
        return x + F.Gelu(fc.Forward(y));
    }
}

[Module]
public partial class Encoder(Config config)
{
    private readonly ModuleList<Layer> layers = new(config.Depth, _ => new Layer(config));

    public Tensor Forward([Shape("N, T, config.Width")] Tensor x)
    {
        foreach (var layer in layers)
            x = layer.Forward(x);
        return x;
    }
}
