[Module]
public partial class SinusoidalPosEmb(int dim)
{
    public Tensor Forward([Shape("N")] Tensor t)
    {
        var half = dim / 2;
        var emb = Math.Log(10000) / (half - 1);
        var freqs = (Tensor.Arange(half) * -emb).Exp();
        var args = t.Unsqueeze(1) * freqs.Unsqueeze(0);
        return F.Cat([args.Sin(), args.Cos()], dim: -1);
    }
}

[Module]
public partial class ResnetBlock(int dim, int dimOut, int timeDim, int groups = 8)
{
    private readonly Sequential mlp = new(new SiLU(), new Linear(timeDim, dimOut * 2));
    private readonly Conv2d proj1 = new(dim, dimOut, 3, padding: 1);
    private readonly GroupNorm norm1 = new(groups, dimOut);
    private readonly Conv2d proj2 = new(dimOut, dimOut, 3, padding: 1);
    private readonly GroupNorm norm2 = new(groups, dimOut);
    private readonly Module res = dim != dimOut ? new Conv2d(dim, dimOut, 1) : new Identity();

    public Tensor Forward(Tensor x, Tensor time)
    {
        var t = mlp.Forward(time).Unsqueeze(-1).Unsqueeze(-1);
        var ss = t.Chunk(2, 1);
        var h = norm1.Forward(proj1.Forward(x));
        h = F.Silu(h * (ss[0] + 1) + ss[1]);
        h = F.Silu(norm2.Forward(proj2.Forward(h)));
        return h + ((IModule<Tensor, Tensor>)res).Forward(x);
    }
}

[Module]
public partial class LinearAttention(int dim, int heads = 4, int dimHead = 32)
{
    private readonly Conv2d toQkv = new(dim, dimHead * heads * 3, 1, bias: false);
    private readonly Conv2d toOut = new(dimHead * heads, dim, 1);

    public Tensor Forward(Tensor x)
    {
        var (b, c, h, w) = x.Shape;
        var qkv = toQkv.Forward(x).Chunk(3, 1);
        var q = F.Softmax(qkv[0].Reshape(b, heads, dimHead, h * w), -2);
        var k = F.Softmax(qkv[1].Reshape(b, heads, dimHead, h * w), -1);
        var v = qkv[2].Reshape(b, heads, dimHead, h * w);
        var context = F.Einsum("bhdn,bhen->bhde", k, v);
        var y = F.Einsum("bhde,bhdn->bhen", context, q).Reshape(b, heads * dimHead, h, w);
        return toOut.Forward(y);
    }
}

[Module]
public partial class Unet(int dim = 64)
{
    private readonly Conv2d init = new(3, dim, 7, padding: 3);
    private readonly Sequential timeMlp = new(new SinusoidalPosEmb(dim), new Linear(dim, dim * 4), new GELU(), new Linear(dim * 4, dim * 4));
    private readonly ResnetBlock d1 = new(dim, dim, dim * 4);
    private readonly LinearAttention a1 = new(dim);
    private readonly Conv2d down1 = new(dim, dim * 2, 4, 2, 1);
    private readonly ResnetBlock mid = new(dim * 2, dim * 2, dim * 4);
    private readonly LinearAttention a2 = new(dim * 2);
    private readonly ConvTranspose2d up1 = new(dim * 2, dim, 4, 2, 1);
    private readonly ResnetBlock u1 = new(dim * 2, dim, dim * 4);
    private readonly Conv2d final = new(dim, 3, 1);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x, [Shape("N")] Tensor time)
    {
        x = init.Forward(x);
        var t = timeMlp.Forward(time);
        var h = d1.Forward(x, t);
        h = h + a1.Forward(h);
        var m = mid.Forward(down1.Forward(h), t);
        m = m + a2.Forward(m);
        return final.Forward(u1.Forward(F.Cat([up1.Forward(m), h], 1), t));
    }
}
