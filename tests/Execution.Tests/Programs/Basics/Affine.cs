using NnGen;

namespace Programs.Basics.Affine;

[Module]
public partial class Affine
{
    private readonly Linear fc = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Affine(), n => [Tensor.Randn(n, 4)]);
}
