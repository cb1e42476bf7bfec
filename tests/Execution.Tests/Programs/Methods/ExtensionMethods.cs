using NnGen;

namespace Programs.Methods.ExtensionMethods;

public static class TensorExtensions
{
    public static Tensor Swish(this Tensor x, double beta = 1) => x * F.Sigmoid(x * beta);

    public static Tensor NormalizeLast(this Tensor x) => x / (x.Square().Sum(-1, keepDim: true) + 1e-6).Sqrt();
}

[Module]
public partial class UsesExtensions
{
    private readonly Linear fc = new(5, 4);

    public Tensor Forward([Shape("N, 5")] Tensor x) => fc.Forward(x).Swish().NormalizeLast().Swish(beta: 2);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new UsesExtensions(), n => [Tensor.Randn(n, 5)]);
}
