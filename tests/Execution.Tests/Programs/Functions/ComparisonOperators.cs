using NnGen;

namespace Programs.Functions.ComparisonOperators;

// Comparisons and masks written with operators, numbers on either side.
[Module]
public partial class ComparisonOperators
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N, 4")] Tensor<bool> mask, [Shape("N, 4")] Tensor<long> steps)
    {
        var h = fc.Forward(x);
        var isLarge = h > 0.1f & h >= x;
        var isKept = isLarge | !mask;
        h = F.Where(isKept, h, h * 0.1f);
        h = h.MaskedFill(x < -0.5, 0) * (x <= 1).Float();
        h = h + (0.25 > x).Float() - (-0.25 <= x).Float();
        return h.MaskedFill((steps >= 3) ^ (steps < 1L) | 2 < steps, 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new ComparisonOperators(), n => [Tensor.Randn(n, 4), Tensor.Randn(n, 4) > 0, Tensor.Randint(0, 5, [n, 4])]) { IsSmooth = false };
}
