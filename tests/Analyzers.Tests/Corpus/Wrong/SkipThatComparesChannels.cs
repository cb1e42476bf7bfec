// NNG1001: 'l2' (Basic(64, 64, 2)) cannot take 'l1.Forward(x)' [N, 64, 32, 32]: 'x + h' cannot broadcast 'x' [N, 64, 32, 32] with 'h' from 'b' [N, 64, 16, 16]: 32 and 16 at dim -2 are neither equal nor 1
[Module]
public partial class Basic(int inp, int oup, int stride)
{
    private readonly Conv2d a = new(inp, oup, 3, stride, 1);
    private readonly Conv2d b = new(oup, oup, 3, 1, 1);
    private readonly Conv2d skip = new(inp, oup, 1, stride);

    public Tensor Forward(Tensor x)
    {
        var h = b.Forward(F.Relu(a.Forward(x)));
        if (x.Shape[1] != h.Shape[1]) x = skip.Forward(x);
        return F.Relu(x + h);
    }
}

[Module]
public partial class Net
{
    private readonly Basic l1 = new(3, 64, 1);
    private readonly Basic l2 = new(64, 64, 2);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => [|l2.Forward(l1.Forward(x))|];
}
