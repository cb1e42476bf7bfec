using NnGen;

namespace Programs.Flow.EarlyReturn;

[Module]
public partial class EarlyReturn(bool linear, int depth)
{
    private readonly Linear first = new(3, 3);
    private readonly Linear second = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        x = first.Forward(x);
        if (linear)
            return x;
        x = F.Relu(x);
        if (depth < 2) return x * 2;
        return second.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new EarlyReturn(true, 1), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new EarlyReturn(false, 1), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create3() => new(() => new EarlyReturn(false, 2), n => [Tensor.Randn(n, 3)]);
}
