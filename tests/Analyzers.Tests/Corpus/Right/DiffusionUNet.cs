[Module]
public partial class TimeEmbedding(int dim)
{
    [Buffer(Persistent = false)] private readonly Tensor frequencies = (Tensor.Arange(dim / 2) * (-Math.Log(10000) / (dim / 2))).Exp();
    private readonly Linear fc1 = new(dim, 4 * dim);
    private readonly Linear fc2 = new(4 * dim, 4 * dim);

    public Tensor Forward([Shape("N")] Tensor t)
    {
        var angles = t.Unsqueeze(1) * frequencies.Unsqueeze(0);
        return fc2.Forward(F.Silu(fc1.Forward(F.Cat([angles.Sin(), angles.Cos()], -1))));
    }
}

[Module]
public partial class ResBlock(int from, int to, int time)
{
    private readonly GroupNorm norm1 = new(32, from);
    private readonly Conv2d conv1 = new(from, to, 3, padding: 1);
    private readonly Linear embed = new(time, to);
    private readonly GroupNorm norm2 = new(32, to);
    private readonly Conv2d conv2 = new(to, to, 3, padding: 1);
    private readonly Conv2d? shortcut = from == to ? null : new Conv2d(from, to, 1);

    public Tensor Forward([Shape("N, from, H, W")] Tensor x, [Shape("N, time")] Tensor t)
    {
        var h = conv1.Forward(F.Silu(norm1.Forward(x)));
        h = h + embed.Forward(F.Silu(t)).Unsqueeze(-1).Unsqueeze(-1);
        h = conv2.Forward(F.Silu(norm2.Forward(h)));
        return h + (shortcut is null ? x : shortcut.Forward(x));
    }
}

[Module]
public partial class DiffusionUNet
{
    private readonly TimeEmbedding time = new(128);
    private readonly Conv2d conv = new(3, 128, 3, padding: 1);
    private readonly ResBlock down1 = new(128, 128, 512);
    private readonly Conv2d pool1 = new(128, 128, 3, 2, 1);
    private readonly ResBlock down2 = new(128, 256, 512);
    private readonly Conv2d pool2 = new(256, 256, 3, 2, 1);
    private readonly ResBlock middle = new(256, 256, 512);
    private readonly ResBlock up2 = new(512, 256, 512);
    private readonly ResBlock up1 = new(384, 128, 512);
    private readonly GroupNorm norm = new(32, 128);
    private readonly Conv2d output = new(128, 3, 3, padding: 1);

    [return: Shape("N, 3, 32, 32")]
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x, [Shape("N")] Tensor step)
    {
        var t = time.Forward(step);
        var h1 = down1.Forward(conv.Forward(x), t);
        var h2 = down2.Forward(pool1.Forward(h1), t);
        var h = middle.Forward(pool2.Forward(h2), t);
        h = up2.Forward(F.Cat([F.Interpolate(h, scaleFactor: 2), h2], 1), t);
        h = up1.Forward(F.Cat([F.Interpolate(h, scaleFactor: 2), h1], 1), t);
        return output.Forward(F.Silu(norm.Forward(h)));
    }
}
