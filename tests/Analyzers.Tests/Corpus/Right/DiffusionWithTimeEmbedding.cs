[Module]
public partial class TimeEmbedding(int dim)
{
    private readonly Linear l1 = new(dim, dim * 4);
    private readonly Linear l2 = new(dim * 4, dim * 4);
    public Tensor Forward([Shape("N")] Tensor t)
    {
        int half = dim / 2;
        var freqs = (Tensor.Arange(half) * (-MathF.Log(10000f) / (half - 1))).Exp();
        var args = t.Unsqueeze(1) * freqs.Unsqueeze(0);
        var emb = F.Cat([args.Sin(), args.Cos()], dim: -1);
        return l2.Forward(F.Silu(l1.Forward(emb)));
    }
}
[Module]
public partial class ResBlock(int cin, int cout, int time)
{
    private readonly Sequential in1 = new(new GroupNorm(8, cin), new SiLU(), new Conv2d(cin, cout, 3, padding: 1));
    private readonly Sequential emb = new(new SiLU(), new Linear(time, cout));
    private readonly Sequential out1 = new(new GroupNorm(8, cout), new SiLU(), new Conv2d(cout, cout, 3, padding: 1));
    private readonly Conv2d? skip = cin == cout ? null : new Conv2d(cin, cout, 1);
    public Tensor Forward([Shape("N, cin, H, W")] Tensor x, [Shape("N, time")] Tensor t)
    {
        var h = in1.Forward(x) + emb.Forward(t)[.., .., null, null];
        h = out1.Forward(h);
        return h + (skip?.Forward(x) ?? x);
    }
}
[Module]
public partial class Net
{
    private readonly TimeEmbedding time = new(32);
    private readonly Conv2d stem = new(3, 32, 3, padding: 1);
    private readonly ResBlock d1 = new(32, 64, 128), d2 = new(64, 128, 128), mid = new(128, 128, 128), u2 = new(256, 64, 128), u1 = new(128, 32, 128);
    private readonly Conv2d down1 = new(64, 64, 3, stride: 2, padding: 1), down2 = new(128, 128, 3, stride: 2, padding: 1);
    private readonly ConvTranspose2d up2 = new(128, 128, 4, stride: 2, padding: 1), up1 = new(64, 64, 4, stride: 2, padding: 1);
    private readonly Conv2d final = new(32, 3, 3, padding: 1);
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x, [Shape("N")] Tensor t)
    {
        var e = time.Forward(t);
        var h1 = d1.Forward(stem.Forward(x), e);
        var h2 = d2.Forward(down1.Forward(h1), e);
        var h = mid.Forward(down2.Forward(h2), e);
        h = u2.Forward(F.Cat([up2.Forward(h), h2], dim: 1), e);
        h = u1.Forward(F.Cat([up1.Forward(h), h1], dim: 1), e);
        return final.Forward(h);
    }
}
