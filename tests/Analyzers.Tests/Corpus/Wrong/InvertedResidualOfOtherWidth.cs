// NNG1001: 'Inverted(32, 32, 1, 6)' cannot take 'x' [_, 24, _, _]: 'pw' takes 32 channels, but 'x' is [_, 24, _, _]: let 'pw' take 24
[Module]
public partial class Inverted(int inp, int oup, int stride, int expand)
{
    private readonly int hidden = inp * expand;
    private readonly Conv2d? pw = expand != 1 ? new Conv2d(inp, inp * expand, 1, bias: false) : null;
    private readonly Conv2d dw = new(inp * expand, inp * expand, 3, stride, 1, groups: inp * expand);
    private readonly Conv2d proj = new(inp * expand, oup, 1);

    public Tensor Forward(Tensor x)
    {
        var h = x;
        if (pw is not null) h = F.Relu6(pw.Forward(h));
        h = proj.Forward(F.Relu6(dw.Forward(h)));
        if (stride == 1 && inp == oup) return x + h;
        return h;
    }
}

[Module]
public partial class Net
{
    private readonly Sequential features = new(new Conv2d(3, 32, 3, 2, 1), new Inverted(32, 16, 1, 1), new Inverted(16, 24, 2, 6), [|new Inverted(32, 32, 1, 6)|]);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x) => features.Forward(x);
}
