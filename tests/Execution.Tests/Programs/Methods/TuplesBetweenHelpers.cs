using NnGen;

namespace Programs.Methods.TuplesBetweenHelpers;

[Module]
public partial class Split
{
    private readonly Linear shared = new(4, 4);
    private readonly Linear left = new(4, 2);
    private readonly Linear right = new(4, 2);

    public (Tensor, Tensor) Forward([Shape("N, 4")] Tensor x)
    {
        var (l, r) = Both(shared.Forward(x));
        (l, r) = (r, l);
        return (l * r, l - r);
    }

    private (Tensor Left, Tensor Right) Both(Tensor h)
    {
        var pair = (Left: left.Forward(h), Right: F.Tanh(right.Forward(h)));
        return (pair.Left, pair.Right);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Split(), n => [Tensor.Randn(n, 4)]);
}
