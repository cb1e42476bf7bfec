// NNG1001: 'b' (Widen(32, 64)) cannot take 'a.Forward(x)' [N, 16]: 'fc' takes 32 features, but 'x' is [N, 16]: let 'fc' take 16
[Module]
public partial class Widen(int from, int to)
{
    private readonly Linear fc = new(from, to);

    public Tensor Forward(Tensor x) => F.Relu(fc.Forward(x));
}

[Module]
public partial class Pyramid
{
    private readonly Widen a = new(8, 16);
    private readonly Widen b = new(32, 64);

    public Tensor Forward([Shape("N, 8")] Tensor x) => [|b.Forward(a.Forward(x))|];
}
