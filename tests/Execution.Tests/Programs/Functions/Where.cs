using NnGen;

namespace Programs.Functions.Where;

[Module]
public partial class Huber
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x, [Shape("N, 3")] Tensor target)
    {
        var difference = fc.Forward(x) - target;
        var magnitude = difference.Abs();
        return F.Where(magnitude.Lt(1), 0.5 * difference.Square(), magnitude - 0.5).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Huber(), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 3)]) { IsScalar = true };
}
