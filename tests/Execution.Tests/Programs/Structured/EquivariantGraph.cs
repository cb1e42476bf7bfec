using NnGen;

namespace Programs.Structured.EquivariantGraph;

/// <summary>Messages from distances move the nodes: results turn with the input (Satorras et al. 2021).</summary>
[Module]
public partial class EquivariantLayer(int width)
{
    private readonly Sequential edges = new(new Linear(2 * width + 1, width), new SiLU(), new Linear(width, width), new SiLU());
    private readonly Sequential nodes = new(new Linear(2 * width, width), new SiLU(), new Linear(width, width));
    private readonly Sequential moves = new(new Linear(width, width), new SiLU(), new Linear(width, 1, bias: false));

    public (Tensor Features, Tensor Positions) Forward([Shape("V, width")] Tensor h, [Shape("V, 3")] Tensor x, [Shape("2, E")] Tensor<long> graph)
    {
        var (row, col) = (graph[0], graph[1]);
        var difference = x.IndexSelect(0, row) - x.IndexSelect(0, col);
        var distance = difference.Square().Sum(1, keepDim: true);
        var messages = edges.Forward(F.Cat([h.IndexSelect(0, row), h.IndexSelect(0, col), distance], dim: 1));
        var moved = x.ScatterAdd(0, row.Unsqueeze(1).Expand(-1, 3), difference * moves.Forward(messages));
        var sums = Tensor.ZerosLike(h).ScatterAdd(0, row.Unsqueeze(1).Expand(-1, width), messages);
        return (h + nodes.Forward(F.Cat([h, sums], dim: 1)), moved);
    }
}

[Module]
public partial class EquivariantGraph
{
    private readonly ModuleList<EquivariantLayer> layers = new(2, _ => new EquivariantLayer(4));

    public Tensor Forward([Shape("V, 4")] Tensor h, [Shape("V, 3")] Tensor x, [Shape("2, E")] Tensor<long> graph)
    {
        foreach (var layer in layers)
            (h, x) = layer.Forward(h, x, graph);
        return h.Sum(0) + x.Square().Sum();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(
        () => new EquivariantGraph(),
        n => [Tensor.Randn(n + 2, 4), Tensor.Randn(n + 2, 3), Tensor<long>.From([0L, 1, 2, 3, 1, 1, 0, 3, 0, 2], 2, 5)]);
}
