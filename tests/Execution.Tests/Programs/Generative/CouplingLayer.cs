using NnGen;

namespace Programs.Generative.CouplingLayer;

// RealNVP: half of the features scale and shift the other half.
[Module]
public partial class Coupling(int half)
{
    private readonly Sequential scale = new(new Linear(half, 5), new Tanh(), new Linear(5, half), new Tanh());
    private readonly Sequential shift = new(new Linear(half, 5), new ReLU(), new Linear(5, half));

    public (Tensor Y, Tensor LogDet) Forward([Shape("N, 2*half")] Tensor x)
    {
        var x1 = x[.., ..half];
        var x2 = x[.., half..];
        var s = scale.Forward(x1);
        var y2 = x2 * s.Exp() + shift.Forward(x1);
        return (F.Cat([x1, y2], 1), s.Sum(1));
    }

    public Tensor Inverse([Shape("N, 2*half")] Tensor y)
    {
        var y1 = y[.., ..half];
        var y2 = y[.., half..];
        var x2 = (y2 - shift.Forward(y1)) * (-scale.Forward(y1)).Exp();
        return F.Cat([y1, x2], 1);
    }
}

[Module]
public partial class FlowLoss(Coupling first, Coupling second)
{
    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var (y, logDet1) = first.Forward(x);
        var (z, logDet2) = second.Forward(F.Cat([y[.., 2..], y[.., ..2]], 1));
        var prior = 0.5 * z.Square().Sum(1);
        return (prior - logDet1 - logDet2).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Coupling(2), n => [Tensor.Randn(n, 4)]);

    [Sample]
    public static Sample Create2() => new(() => new Coupling(2), n => [Tensor.Randn(n, 4)]) { Method = "Inverse" };

    [Sample]
    public static Sample Create3()
        => new(() => new FlowLoss(new Coupling(2), new Coupling(2)), n => [Tensor.Randn(n, 4)]) { IsScalar = true };
}
