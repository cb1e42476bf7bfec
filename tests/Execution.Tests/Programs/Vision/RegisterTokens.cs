using NnGen;

namespace Programs.Vision.RegisterTokens;

// timm's ViT: positions interpolated to the grid that comes, optional register tokens, pooling by name.
[Module]
public partial class Attention(int dim, int heads)
{
    private readonly Linear qkv = new(dim, 3 * dim);
    private readonly Linear proj = new(dim, dim);

    public Tensor Forward(Tensor x)
    {
        var (b, n, c) = x.Shape;
        var parts = qkv.Forward(x).Reshape(b, n, 3, heads, c / heads).Permute(2, 0, 3, 1, 4).Unbind(0);
        x = F.ScaledDotProductAttention(parts[0], parts[1], parts[2]);
        return proj.Forward(x.Transpose(1, 2).Reshape(b, n, c));
    }
}

[Module]
public partial class LayerScale(int dim, double initial = 1e-5)
{
    private readonly Parameter gamma = new(Tensor.Full([dim], initial));

    public Tensor Forward(Tensor x) => x * gamma;
}

[Module]
public partial class Vit
{
    private readonly Conv2d patchEmbed = new(3, 8, 4, stride: 4);
    private readonly Parameter clsToken = new(Tensor.Zeros(1, 1, 8));
    private readonly Parameter? regToken;
    private readonly Parameter posEmbed;
    private readonly LayerNorm norm = new(8);
    private readonly Attention attn = new(8, 2);
    private readonly LayerScale ls = new(8, 0.1);
    private readonly Linear head = new(8, 3);
    private readonly int grid;
    private readonly string pool;

    public Vit(int grid, int registers, string pool)
    {
        (this.grid, this.pool) = (grid, pool);
        regToken = registers > 0 ? new(Tensor.Randn(1, registers, 8)) : null;
        posEmbed = new(Tensor.Randn(1, grid * grid, 8) * 0.02);
    }

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x)
    {
        x = AddPositions(patchEmbed.Forward(x).Permute(0, 2, 3, 1));
        x = x + ls.Forward(attn.Forward(norm.Forward(x)));
        var prefix = 1 + (regToken?.Shape[1] ?? 0);
        x = pool switch
        {
            "avg" => x[.., prefix..].Mean(1),
            "token" => x[.., 0],
            _ => throw new ArgumentException($"There is no pooling '{pool}'."),
        };
        return head.Forward(x);
    }

    private Tensor AddPositions(Tensor x)
    {
        var (b, h, w, c) = x.Shape;
        Tensor positions = posEmbed;
        if (h != grid || w != grid)
        {
            var plane = positions.Reshape(1, grid, grid, -1).Permute(0, 3, 1, 2);
            positions = F.Interpolate(plane, size: (h, w), mode: InterpolationMode.Bilinear).Permute(0, 2, 3, 1).Reshape(1, h * w, -1);
        }

        var tokens = new List<Tensor> { clsToken.Expand(b, -1, -1) };
        if (regToken is not null)
            tokens.Add(regToken.Expand(b, -1, -1));
        tokens.Add(x.View(b, -1, c) + positions);
        return F.Cat(tokens, 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Registers() => new(() => new Vit(2, 2, "avg"), n => [Tensor.Randn(n, 3, 12, 12)]);

    [Sample]
    public static Sample Token() => new(() => new Vit(2, 0, "token"), n => [Tensor.Randn(n, 3, 8, 8)]);
}
