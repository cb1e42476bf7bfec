using NnGen;

namespace Programs.Functions.Trigonometry;

[Module]
public partial class Siren(double omega)
{
    private readonly Linear first = new(2, 5);
    private readonly Linear second = new(5, 1);

    public Tensor Forward([Shape("N, 2")] Tensor x) => second.Forward((omega * first.Forward(x)).Sin()) + x.Cos().Sum(1, keepDim: true);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Siren(3), n => [Tensor.Randn(n, 2)]);
}
