// NNG1001: 'fuse' (C3(256, 128, 1, false)) cannot take 'cat' [N, 384, 81, 81]: 'cv1' (ConvBnAct(c1, c2 / 2)) cannot take 'x' [N, 384, 81, 81]: 'conv' takes 256 channels, but 'x' is [N, 384, 81, 81]: let 'conv' take 384
[Module]
public partial class ConvBnAct(int c1, int c2, int k = 1, int s = 1)
{
    private readonly Conv2d conv = new(c1, c2, k, s, k / 2, bias: false);
    private readonly BatchNorm2d bn = new(c2);

    public Tensor Forward(Tensor x) => F.Silu(bn.Forward(conv.Forward(x)));
}

[Module]
public partial class C3(int c1, int c2, int n = 1, bool shortcut = true)
{
    private readonly int hidden = c2 / 2;
    private readonly ConvBnAct cv1 = new(c1, c2 / 2);
    private readonly ConvBnAct cv2 = new(c1, c2 / 2);
    private readonly ConvBnAct cv3 = new(2 * (c2 / 2), c2);
    private readonly ModuleList<ConvBnAct> m = new(n, _ => new ConvBnAct(c2 / 2, c2 / 2, 3));

    public Tensor Forward(Tensor x)
    {
        var y = cv1.Forward(x);
        foreach (var b in m) y = shortcut ? y + b.Forward(y) : b.Forward(y);
        return cv3.Forward(F.Cat([y, cv2.Forward(x)], 1));
    }
}

[Module]
public partial class Sppf(int c1, int c2, int k = 5)
{
    private readonly ConvBnAct cv1 = new(c1, c1 / 2);
    private readonly ConvBnAct cv2 = new(c1 / 2 * 4, c2);
    private readonly MaxPool2d pool = new(k, 1, k / 2);

    public Tensor Forward(Tensor x)
    {
        x = cv1.Forward(x);
        var y1 = pool.Forward(x);
        var y2 = pool.Forward(y1);
        return cv2.Forward(F.Cat([x, y1, y2, pool.Forward(y2)], 1));
    }
}

[Module]
public partial class Yolo(int classes = 80)
{
    private readonly Sequential stem = new(new ConvBnAct(3, 32, 6, 2), new ConvBnAct(32, 64, 3, 2), new C3(64, 64));
    private readonly Sequential p3 = [new ConvBnAct(64, 128, 3, 2), new C3(128, 128, 2)];
    private readonly Sequential p4 = [new ConvBnAct(128, 256, 3, 2), new C3(256, 256, 3), new Sppf(256, 256)];
    private readonly C3 fuse = new(256, 128, 1, false);
    private readonly Conv2d detect = new(128, 3 * (classes + 5), 1);

    public Tensor Forward([Shape("N, 3, 640, 640")] Tensor image)
    {
        var x = F.Pad(image, [1, 0, 1, 0])[.., .., ..640, ..640];
        var a = p3.Forward(stem.Forward(x));
        var b = p4.Forward(a);
        var h = [|fuse.Forward(F.Cat([F.Interpolate(b, size: (a.Shape[2], a.Shape[3])), a], 1))|];
        var y = detect.Forward(h);
        var (n, _, ny, nx) = y.Shape;
        return y.View(n, 3, classes + 5, ny, nx).Permute(0, 1, 3, 4, 2).Reshape(n, -1, classes + 5);
    }
}
