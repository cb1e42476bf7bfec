using NnGen;

namespace Programs.Flow.ConstantLoop;

[Module]
public partial class ConstantLoop
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward(Tensor x)
    {
        for (var i = 0; i < 4; i++)
            x = F.Tanh(fc.Forward(x)) * (i + 1) / 2;
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ConstantLoop(), n => [Tensor.Randn(n, 3)]);
}
