using NnGen;

namespace Programs.Structured.MatrixFactorization;

[Module]
public partial class MatrixFactorization
{
    private readonly Embedding users = new(4, 3), items = new(5, 3);
    private readonly Embedding userBias = new(4, 1), itemBias = new(5, 1);

    public Tensor Forward(Tensor<long> user, Tensor<long> item)
        => (users.Forward(user) * items.Forward(item)).Sum(1, keepDim: true) + userBias.Forward(user) + itemBias.Forward(item);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MatrixFactorization(), n => [Tensor.Randint(0, 4, [n]), Tensor.Randint(0, 5, [n])]);
}
