[Module]
public partial class EdgeConv(int k, int inC, int outC)
{
    private readonly Sequential conv = new(new Conv2d(2 * inC, outC, 1, bias: false), new BatchNorm2d(outC), new LeakyReLU(0.2));
    public Tensor Forward([Shape("B, inC, P")] Tensor x)
    {
        var (b, c, n) = x.Shape;
        var inner = -2 * x.Transpose(2, 1).MatMul(x);
        var xx = x.Square().Sum(1, keepDim: true);
        var dist = -xx - inner - xx.Transpose(2, 1);
        var idx = dist.TopK(k, -1).Indices;
        var offsets = Tensor<long>.Arange(b).View(-1, 1, 1) * n;
        var flat = (idx + offsets).View(-1);
        var feature = x.Transpose(2, 1).Reshape(b * n, c).IndexSelect(0, flat).View(b, n, k, c);
        var center = x.Transpose(2, 1).View(b, n, 1, c).Expand(b, n, k, c);
        return conv.Forward(F.Cat([feature - center, center], 3).Permute(0, 3, 1, 2)).Max(-1).Values;
    }
}
[Module]
public partial class Net
{
    private readonly EdgeConv e1 = new(20, 3, 64), e2 = new(20, 64, 128);
    private readonly Conv1d conv = new(192, 1024, 1);
    private readonly Linear fc = new(1024, 40);
    public Tensor Forward([Shape("B, 3, 1024")] Tensor x)
    {
        var x1 = e1.Forward(x);
        var x2 = e2.Forward(x1);
        return fc.Forward(conv.Forward(F.Cat([x1, x2], 1)).AMax(-1));
    }
}
