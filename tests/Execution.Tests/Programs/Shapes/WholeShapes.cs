using NnGen;

namespace Programs.Shapes.WholeShapes;

// Shapes as values: kept, compared, spread, counted.
[Module]
public partial class PerPosition(int heads)
{
    private readonly Linear up = new(6, 8);
    private readonly Linear down = new(8, 6);
    private readonly Linear projection = new(6, 8, bias: false);

    public Tensor Forward([Shape("N, T, 6")] Tensor x)
    {
        var shape = x.Shape;
        var y = up.Forward(x.View(-1, x.Shape[^1]));
        y = y.View([.. shape[..^1], heads, 8 / heads]).Softmax(-1);
        y = y.Reshape([.. shape[..2], 8]);
        var shortcut = shape == y.Shape ? x : projection.Forward(x);
        y = down.Forward(y + shortcut).View(shape) / shape[1..].Count;
        return y + 0.1f * Tensor.ZerosLike(x) - Tensor.Full(x.Shape, 0.5) * Tensor.OnesLike(y) + y.Sum() / y.Count;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PerPosition(2), n => [Tensor.Randn(n, 3, 6)]);
}
