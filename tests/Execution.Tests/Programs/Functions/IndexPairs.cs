using NnGen;

namespace Programs.Functions.IndexPairs;

// Advanced indexing: the probability of each sample's label, and cells of a board.
[Module]
public partial class Picked
{
    private readonly Linear fc = new(4, 5);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N")] Tensor<long> rows, [Shape("N")] Tensor<long> labels)
    {
        var logp = fc.Forward(x).LogSoftmax(1);
        return -logp[rows, labels] + logp[rows.Unsqueeze(1), labels].Mean(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Picked(), n => [Tensor.Randn(n, 4), Tensor<long>.Arange(n), Tensor.Randint(0, 5, [n])]);
}
