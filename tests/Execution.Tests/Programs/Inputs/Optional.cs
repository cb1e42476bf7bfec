using NnGen;

namespace Programs.Inputs.Optional;

[Module]
public partial class MaskedMean
{
    private readonly Linear fc = new(4, 3);

    public Tensor Forward([Shape("N, T, 4")] Tensor x, [Shape("N, T, 1")] Tensor? mask = null)
    {
        var h = fc.Forward(x);
        if (mask is null)
            return h.Mean(1);
        return (h * mask).Sum(1) / (mask.Sum(1) + 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MaskedMean(), n => [Tensor.Randn(n, 5, 4), null]);

    [Sample]
    public static Sample Create2() => new(() => new MaskedMean(), n => [Tensor.Randn(n, 5, 4), Tensor.Rand(n, 5, 1)]);
}
