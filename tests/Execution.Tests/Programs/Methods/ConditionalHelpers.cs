using NnGen;

namespace Programs.Methods.ConditionalHelpers;

[Module]
public partial class Guarded(int features, bool square)
{
    private readonly Linear fc = new(features, features);

    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        if (square)
            return Squared(fc.Forward(x));
        return fc.Forward(x);
    }

    private static Tensor Squared(Tensor x)
    {
        return x.Square();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Guarded(3, true), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Guarded(3, false), n => [Tensor.Randn(n, 3)]);
}
