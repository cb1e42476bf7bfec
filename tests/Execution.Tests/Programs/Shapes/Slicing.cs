using NnGen;

namespace Programs.Shapes.Slicing;

[Module]
public partial class Slicing
{
    private readonly Linear fc = new(6, 6);

    public Tensor Forward([Shape("N, 5, 6")] Tensor x)
    {
        x = fc.Forward(x);
        var first = x[.., 0];
        var last = x[.., ^1];
        var middle = x[.., 1..4].Sum(1);
        var even = x[.., .., 0..3].Mean(1);
        return first * last + middle + F.Cat([even, even], dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Slicing(), n => [Tensor.Randn(n, 5, 6)]);
}
