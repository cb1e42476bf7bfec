using NnGen;

namespace Programs.Structured.FactorizationMachine;

[Module]
public partial class FactorizationMachine(int features, int factors)
{
    private readonly Linear linear = new(features, 1);
    private readonly Parameter v = new(Tensor.Randn(features, factors) * 0.1);

    [return: Shape("N")]
    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        var squareOfSum = x.MatMul(v).Pow(2);
        var sumOfSquare = x.Pow(2).MatMul(v * v);
        return linear.Forward(x).Squeeze(1) + 0.5 * (squareOfSum - sumOfSquare).Sum(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new FactorizationMachine(4, 2), n => [Tensor.Randn(n, 4)]);
}
