[Module]
public partial class WideBlock(int from, int to, int stride, double dropRate)
{
    private readonly BatchNorm2d bn1 = new(from);
    private readonly Conv2d conv1 = new(from, to, 3, stride: stride, padding: 1, bias: false);
    private readonly BatchNorm2d bn2 = new(to);
    private readonly Conv2d conv2 = new(to, to, 3, padding: 1, bias: false);
    private readonly Conv2d? shortcut = from == to ? null : new Conv2d(from, to, 1, stride: stride, bias: false);

    public Tensor Forward(Tensor x)
    {
        var pre = F.Relu(bn1.Forward(x));
        var y = F.Relu(bn2.Forward(conv1.Forward(pre)));
        y = conv2.Forward(F.Dropout(y, dropRate, Training));
        return y + (shortcut?.Forward(pre) ?? x);
    }
}

[Module]
public partial class WideResNet(int widen = 10, int classes = 100)
{
    private readonly Conv2d conv = new(3, 16, 3, padding: 1, bias: false);
    private readonly WideBlock a1 = new(16, 16 * widen, 1, 0.3);
    private readonly WideBlock a2 = new(16 * widen, 16 * widen, 1, 0.3);
    private readonly WideBlock b1 = new(16 * widen, 32 * widen, 2, 0.3);
    private readonly WideBlock b2 = new(32 * widen, 32 * widen, 1, 0.3);
    private readonly WideBlock c1 = new(32 * widen, 64 * widen, 2, 0.3);
    private readonly WideBlock c2 = new(64 * widen, 64 * widen, 1, 0.3);
    private readonly BatchNorm2d bn = new(64 * widen);
    private readonly Linear fc = new(64 * widen, classes);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = a2.Forward(a1.Forward(conv.Forward(x)));
        x = b2.Forward(b1.Forward(x));
        x = c2.Forward(c1.Forward(x));
        x = F.AvgPool2d(F.Relu(bn.Forward(x)), 8);
        return fc.Forward(x.View(-1, 64 * widen));
    }
}
