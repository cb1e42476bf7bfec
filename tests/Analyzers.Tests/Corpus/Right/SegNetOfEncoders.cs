[Module]
public partial class Encoder(int a, int b, int n)
{
    private readonly ModuleList<Conv2d> convs = new(n, i => new Conv2d(i == 0 ? a : b, b, 3, padding: 1));
    private readonly ModuleList<BatchNorm2d> norms = new(n, _ => new BatchNorm2d(b));

    public (Tensor, Tensor<long>) Forward(Tensor x)
    {
        for (var i = 0; i < n; i++)
            x = F.Relu(norms[i].Forward(convs[i].Forward(x)));
        return F.MaxPool2dWithIndices(x, 2);
    }
}

[Module]
public partial class SegNet
{
    private readonly Encoder e1 = new(3, 64, 2);
    private readonly Encoder e2 = new(64, 128, 2);
    private readonly MaxUnpool2d unpool = new(2);
    private readonly Conv2d d2 = new(128, 64, 3, padding: 1);
    private readonly Conv2d d1 = new(64, 12, 3, padding: 1);

    public Tensor Forward([Shape("N, 3, 360, 480")] Tensor x)
    {
        var (x1, i1) = e1.Forward(x);
        var (x2, i2) = e2.Forward(x1);
        var y = F.Relu(d2.Forward(unpool.Forward(x2, i2)));
        return d1.Forward(unpool.Forward(y, i1));
    }
}
