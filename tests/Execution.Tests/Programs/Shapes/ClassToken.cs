using NnGen;

namespace Programs.Shapes.ClassToken;

[Module]
public partial class WithClassToken
{
    private readonly Parameter token = new(Tensor.Randn(1, 1, 4));
    private readonly Parameter positions = new(Tensor.Randn(1, 4, 4));

    public Tensor Forward([Shape("N, 3, 4")] Tensor x)
    {
        var tokens = token.Expand(x.Shape[0], -1, -1);
        return F.Cat([tokens, x], dim: 1) + positions;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new WithClassToken(), n => [Tensor.Randn(n, 3, 4)]);
}
