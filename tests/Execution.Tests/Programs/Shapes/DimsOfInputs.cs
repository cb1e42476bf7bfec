using NnGen;

namespace Programs.Shapes.DimsOfInputs;

[Module]
public partial class SplitHeads(int heads)
{
    private readonly Linear fc = new(6, 6);

    public Tensor Forward([Shape("B, T, 6")] Tensor x)
    {
        var (b, t, c) = x.Shape;
        var h = fc.Forward(x).View(b, t, heads, c / heads).Transpose(1, 2);
        return h.Transpose(1, 2).Reshape(b, t, c) + h.Mean() * (1.0 / x.Shape[1]);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SplitHeads(2), n => [Tensor.Randn(n, 4, 6)]);

    [Sample]
    public static Sample Create2() => new(() => new SplitHeads(3), n => [Tensor.Randn(n, 5, 6)]);
}
