using NnGen;

namespace Programs.Methods.Boxed;

[Module]
public partial class Boxed
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        object boxed = fc.Forward(x);
        return (Tensor)boxed;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Boxed(), n => [Tensor.Randn(n, 4)]);
}
