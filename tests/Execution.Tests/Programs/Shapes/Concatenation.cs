using NnGen;

namespace Programs.Shapes.Concatenation;

[Module]
public partial class Concatenation
{
    private readonly Linear a = new(3, 2);
    private readonly Linear b = new(3, 4);
    private readonly Linear c = new(9, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var joined = F.Cat([a.Forward(x), x, b.Forward(x)], dim: -1);
        return F.Stack([c.Forward(joined), x], dim: 1).Mean(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Concatenation(), n => [Tensor.Randn(n, 3)]);
}
