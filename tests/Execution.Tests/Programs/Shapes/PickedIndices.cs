using NnGen;

namespace Programs.Shapes.PickedIndices;

// Lists of indices among ranges and numbers, some counted from the end: PyTorch's x[:, index].
[Module]
public partial class PickedIndices
{
    private readonly Linear fc = new(4, 4);
    [Buffer] private readonly Tensor<long> order = Tensor<long>.From([2L, 0, -1], 3);

    public Tensor Forward([Shape("N, T, 4")] Tensor x, [Shape("K")] Tensor<long> chosen)
    {
        var h = fc.Forward(x);
        var columns = h[.., .., order];
        var steps = h[.., chosen, 1];
        var rows = h[Tensor.Ellipsis, 1.., chosen];
        return columns.Sum(-1) + steps.Sum(1, keepDim: true) + rows.Mean() + h[0, Tensor.Ellipsis, order].Sum();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PickedIndices(), n => [Tensor.Randn(n, 5, 4), Tensor<long>.From([3L, 0, 3, -2], 4)]);
}
