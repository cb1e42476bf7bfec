using NnGen;

namespace Programs.Flow.BreakOnNorm;

[Module]
public partial class UntilSmall
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        for (var i = 0; i < 20; i++)
        {
            x = F.Tanh(fc.Forward(x));
            if (x.Abs().Max().Item() < 0.5f)
                break;
        }

        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new UntilSmall(), n => [Tensor.Randn(n, 3)]);
}
