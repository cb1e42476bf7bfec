using NnGen;

namespace Programs.Flow.TernaryOnHyperparameter;

[Module]
public partial class Residual(int inputs, int outputs)
{
    private readonly Linear fc = new(inputs, outputs);

    public Tensor Forward([Shape("N, inputs")] Tensor x)
    {
        var y = F.Relu(fc.Forward(x));
        return inputs == outputs ? x + y : y;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Residual(3, 3), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Residual(3, 2), n => [Tensor.Randn(n, 3)]);
}
