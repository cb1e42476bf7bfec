using NnGen;

namespace Programs.Structured.TreeLstm;

/// <summary>A child-sum tree LSTM over a complete binary tree, from the leaves to the root (Tai et al. 2015).</summary>
[Module]
public partial class TreeLstm(int inputs, int hidden)
{
    private readonly Linear iou = new(inputs, 3 * hidden);
    private readonly Linear iouChildren = new(hidden, 3 * hidden, bias: false);
    private readonly Linear forget = new(inputs, hidden);
    private readonly Linear forgetChildren = new(hidden, hidden, bias: false);

    /// <summary>Nodes in breadth-first order: node i has the children 2 i + 1 and 2 i + 2.</summary>
    public Tensor Forward([Shape("N, nodes, inputs")] Tensor x)
    {
        var (h, c) = (new Tensor[7], new Tensor[7]);
        for (var i = 6; i >= 0; i--)
            (h[i], c[i]) = i > 2 ? Node(x[.., i], [], []) : Node(x[.., i], h[(2 * i + 1)..(2 * i + 3)], c[(2 * i + 1)..(2 * i + 3)]);
        return h[0];
    }

    private (Tensor H, Tensor C) Node(Tensor x, Tensor[] hidden, Tensor[] cells)
    {
        var gates = iou.Forward(x);
        foreach (var h in hidden)
            gates = gates + iouChildren.Forward(h);
        var (i, o, u) = gates.Chunk(3, dim: 1);
        var c = i.Sigmoid() * u.Tanh();
        for (var k = 0; k < hidden.Length; k++)
            c = c + (forget.Forward(x) + forgetChildren.Forward(hidden[k])).Sigmoid() * cells[k];
        return (o.Sigmoid() * c.Tanh(), c);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TreeLstm(3, 4), n => [Tensor.Randn(n, 7, 3)]);
}
