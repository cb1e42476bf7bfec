[Module]
public partial class ConvUnit(int from, int to, int kernel)
{
    private readonly Conv2d conv = new(from, to, kernel, padding: kernel / 2, bias: false);
    private readonly BatchNorm2d bn = new(to);

    public Tensor Forward(Tensor x) => F.LeakyRelu(bn.Forward(conv.Forward(x)), 0.1);
}

[Module]
public partial class TinyYolo(int classes = 20, int anchors = 5)
{
    private readonly ConvUnit c1 = new(3, 16, 3);
    private readonly ConvUnit c2 = new(16, 32, 3);
    private readonly ConvUnit c3 = new(32, 64, 3);
    private readonly ConvUnit c4 = new(64, 128, 3);
    private readonly ConvUnit c5 = new(128, 256, 3);
    private readonly ConvUnit c6 = new(256, 1024, 3);
    private readonly MaxPool2d pool = new(2, 2);
    private readonly Conv2d head = new(1024, anchors * (5 + classes), 1);

    public (Tensor Boxes, Tensor Confidence, Tensor Scores) Forward([Shape("N, 3, 416, 416")] Tensor x)
    {
        x = pool.Forward(c1.Forward(x));
        x = pool.Forward(c2.Forward(x));
        x = pool.Forward(c3.Forward(x));
        x = pool.Forward(c4.Forward(x));
        x = pool.Forward(c5.Forward(x));
        var y = head.Forward(c6.Forward(x));
        y = y.View(y.Size(0), anchors, 5 + classes, 13, 13).Permute(0, 1, 3, 4, 2);
        var parts = y.Split([4, 1, classes], dim: -1);
        return (parts[0], F.Sigmoid(parts[1]), F.Softmax(parts[2], -1));
    }
}
