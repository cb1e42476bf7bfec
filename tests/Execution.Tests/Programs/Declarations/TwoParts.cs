using NnGen;

namespace Programs.Declarations.TwoParts;

[Module]
public partial class TwoParts
{
    private readonly Linear first = new(3, 4);
}

public partial class TwoParts
{
    private readonly Linear second = new(4, 2);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        return second.Forward(Middle(first.Forward(x)));
    }
}

partial class TwoParts
{
    private static Tensor Middle(Tensor x) => F.Relu(x) + 0.1;
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TwoParts(), n => [Tensor.Randn(n, 3)]);
}
