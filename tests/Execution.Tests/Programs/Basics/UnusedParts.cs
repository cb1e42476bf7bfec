using NnGen;

namespace Programs.Basics.UnusedParts;

// Not everything that is computed reaches the result.
[Module]
public partial class UnusedParts
{
    private readonly Linear used = new(3, 3);
    private readonly Linear unused = new(3, 3);

    public Tensor Forward(Tensor x)
    {
        var a = used.Forward(x);
        var b = unused.Forward(a);
        var c = b * 2;
        (_, var d) = (c, a + 1);
        return d;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new UnusedParts(), n => [Tensor.Randn(n, 3)]);
}
