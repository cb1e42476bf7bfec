using NnGen;

namespace Programs.Inputs.Several;

[Module]
public partial class Bilinear
{
    private readonly Linear a = new(3, 4);
    private readonly Linear b = new(5, 4);
    private readonly Linear c = new(4, 1);

    [return: Shape("N, 1")]
    public Tensor Forward([Shape("N, 3")] Tensor first, [Shape("N, 5")] Tensor second)
        => c.Forward(a.Forward(first) * b.Forward(second));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Bilinear(), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 5)]);
}
