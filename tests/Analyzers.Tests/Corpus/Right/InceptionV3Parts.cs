[Module]
public partial class BasicConv(int from, int to, Size2D kernel, Size2D stride, Padding2D padding)
{
    private readonly Conv2d conv = new(from, to, kernel, stride, padding, bias: false);
    private readonly BatchNorm2d bn = new(to, eps: 0.001);

    public Tensor Forward(Tensor x) => F.Relu(bn.Forward(conv.Forward(x)));
}

[Module]
public partial class InceptionA(int from, int poolFeatures)
{
    private readonly BasicConv branch1 = new(from, 64, 1, 1, 0);
    private readonly BasicConv branch5a = new(from, 48, 1, 1, 0);
    private readonly BasicConv branch5b = new(48, 64, 5, 1, 2);
    private readonly BasicConv branch3a = new(from, 64, 1, 1, 0);
    private readonly BasicConv branch3b = new(64, 96, 3, 1, 1);
    private readonly BasicConv branch3c = new(96, 96, 3, 1, 1);
    private readonly BasicConv pool = new(from, poolFeatures, 1, 1, 0);

    public Tensor Forward(Tensor x)
    {
        var b1 = branch1.Forward(x);
        var b5 = branch5b.Forward(branch5a.Forward(x));
        var b3 = branch3c.Forward(branch3b.Forward(branch3a.Forward(x)));
        var bp = pool.Forward(F.AvgPool2d(x, 3, 1, 1));
        return F.Cat([b1, b5, b3, bp], 1);
    }
}

[Module]
public partial class InceptionC(int channels7)
{
    private readonly BasicConv branch1 = new(768, 192, 1, 1, 0);
    private readonly BasicConv branch7a = new(768, channels7, 1, 1, 0);
    private readonly BasicConv branch7b = new(channels7, channels7, (1, 7), 1, (0, 3));
    private readonly BasicConv branch7c = new(channels7, 192, (7, 1), 1, (3, 0));

    public Tensor Forward([Shape("N, 768, H, W")] Tensor x) => F.Cat([branch1.Forward(x), branch7c.Forward(branch7b.Forward(branch7a.Forward(x)))], dim: 1);
}

[Module]
public partial class Net
{
    private readonly BasicConv conv1 = new(3, 32, 3, 2, 0);
    private readonly BasicConv conv2 = new(32, 192, 3, 1, 0);
    private readonly InceptionA mixed5b = new(192, 32);
    private readonly InceptionA mixed5c = new(256, 64);
    private readonly BasicConv reduce = new(288, 768, 3, 2, 0);
    private readonly InceptionC mixed6b = new(128);
    private readonly Linear fc = new(384, 1000);

    public Tensor Forward([Shape("N, 3, 299, 299")] Tensor x)
    {
        x = F.MaxPool2d(conv1.Forward(x), 3, 2);
        x = F.MaxPool2d(conv2.Forward(x), 3, 2);
        x = mixed5c.Forward(mixed5b.Forward(x));
        x = mixed6b.Forward(reduce.Forward(x));
        return fc.Forward(x.Mean(3).Mean(2));
    }
}
