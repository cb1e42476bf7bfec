[Module]
public partial class Coupling(int dim, int hidden)
{
    private readonly Sequential scale = new(new Linear(dim / 2, hidden), new LeakyReLU(), new Linear(hidden, dim / 2), new Tanh());
    private readonly Sequential shift = new(new Linear(dim / 2, hidden), new LeakyReLU(), new Linear(hidden, dim / 2));

    public (Tensor Y, Tensor LogDet) Forward([Shape("N, dim")] Tensor x)
    {
        var a = x[.., ..(dim / 2)];
        var b = x[.., (dim / 2)..];
        var s = scale.Forward(a);
        return (F.Cat([b * s.Exp() + shift.Forward(a), a], 1), s.Sum(1));
    }
}

[Module]
public partial class Flow
{
    private readonly Coupling c1 = new(64, 256);
    private readonly Coupling c2 = new(64, 256);

    public Tensor Forward([Shape("N, 64")] Tensor x)
    {
        var (y, d1) = c1.Forward(x);
        var (z, d2) = c2.Forward(y);
        return (0.5 * z.Square().Sum(1) - d1 - d2).Mean();
    }
}
