[Module]
public partial class CrossAttention(int latent, int data)
{
    private readonly Linear q = new(latent, latent);
    private readonly Linear kv = new(data, 2 * latent);

    public Tensor Forward([Shape("B, L, latent")] Tensor x, [Shape("B, M, data")] Tensor inputs)
    {
        var parts = kv.Forward(inputs).Split(latent, -1);
        return x + F.ScaledDotProductAttention(q.Forward(x), parts[0], parts[1]);
    }
}

[Module]
public partial class Perceiver(int depth)
{
    private readonly Parameter latents = new(Tensor.Randn(64, 128));
    private readonly ModuleList<CrossAttention> layers = new(depth, _ => new CrossAttention(128, 261));
    private readonly Linear head = new(128, 1000);

    [return: Shape("B, 1000")]
    public Tensor Forward([Shape("B, M, 261")] Tensor bytes)
    {
        var x = latents.Unsqueeze(0).Expand(bytes.Size(0), -1, -1);
        foreach (var layer in layers)
            x = layer.Forward(x, bytes);
        return head.Forward(x.Mean(1));
    }
}
