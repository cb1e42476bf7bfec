using System.Runtime.InteropServices;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// One walk through the graph. Nodes run from the newest to the oldest: a node is made after those that computed its inputs, so
/// that the gradients of its results are complete when its turn comes, and however long a chain is, nothing recurses.
/// </summary>
/// <param name="retainGraph">Whether nodes keep their saved values.</param>
/// <param name="capture">Takes the gradients instead of the leaves.</param>
internal sealed class BackwardPass(bool retainGraph, GradientCapture? capture = null)
{
    private readonly PriorityQueue<Node, long> _ready = new();
    private readonly Dictionary<Node, Tensor?[]> _pending = [];

    // Gradients of roots that nodes read where they are.
    private readonly List<Tensor> _lent = [];

    // Of the node that runs: where its gradients go, and which of them it asked for.
    private readonly List<Written> _written = [];
    private Edge[] _edges = [];

    /// <summary>Runs the backward of every node from which the roots were computed.</summary>
    public void Run(Root[] roots)
    {
        using var scope = Autograd.NoGrad();
        var outer = GradientCapture.Enter(capture);
        try
        {
            foreach (var (tensor, gradient) in roots)
            {
                var edge = Edge.Of(tensor);
                if (IsWanted(edge) && !Lend(edge, gradient))
                    Destination(edge).Write(gradient.AsSpan());
            }

            while (_ready.TryDequeue(out var node, out _))
                Run(node);
        }
        finally
        {
            GradientCapture.Exit(outer);
        }
    }

    /// <summary>Whether the gradient of an input of the running node is wanted.</summary>
    public bool IsWanted(int input) => IsWanted(_edges[input]);

    /// <summary>The gradient of an input of the running node.</summary>
    public Gradient Target(int input)
    {
        var edge = _edges[input];
        if (!IsWanted(edge))
            return Gradient.Unwanted;

        // A kernel may write the gradients of its inputs in any order, so that of a tensor that is given twice is summed afterwards.
        foreach (var earlier in _written)
        {
            if (earlier.Input != input && _edges[earlier.Input] == edge)
            {
                var extra = Tensor.Uninitialized(edge.Shape);
                _written.Add(new Written(input, IsFirst: false, extra));
                return new Gradient(extra.Storage.Borrow(), accumulate: false);
            }
        }

        var gradient = Destination(edge);
        _written.Add(new Written(input, IsFirst: !gradient.Accumulate, Extra: null));
        return gradient;
    }

    private void Run(Node node)
    {
        _pending.Remove(node, out var gradients);
        _edges = node.Edges;
        if (capture is null)
            KeepRetained(node, gradients!);
        else if (!capture.Take(node, gradients!))
            return;

        try
        {
            node.Backward(gradients, new GradientTargets(this));
            AddExtras();

            // Kernels borrow what the node saved and the gradients of its results.
            GC.KeepAlive(node);
            GC.KeepAlive(gradients);
        }
        catch
        {
            DropUnfinished();
            throw;
        }

        _written.Clear();
        if (!retainGraph)
            node.Free();
    }

    private static void KeepRetained(Node node, Tensor?[] gradients)
    {
        foreach (var tensor in node.Retained)
        {
            if (gradients[tensor.ResultIndex] is { } gradient)
                tensor.AccumulateGrad(gradient);
        }
    }

    private bool IsWanted(Edge edge) => edge switch
    {
        { Producer: { } producer } => capture?.Reaches(producer) != false,
        { Leaf: { } leaf } => capture?.Contains(leaf) ?? leaf.RequiresGrad,
        _ => false,
    };

    /// <summary>Where a gradient is summed up until its node's turn comes, or in the leaf.</summary>
    private Gradient Destination(Edge edge)
    {
        if (edge.Leaf is { } leaf)
            return capture is null ? leaf.LeafGradient() : capture.LeafGradient(leaf);

        ref var gradient = ref Pending(edge);
        var isFirst = gradient is null;
        if (gradient is not null && _lent.Remove(gradient))
            gradient = Tensor.From(gradient.AsSpan(), gradient.Shape);
        gradient ??= Tensor.Uninitialized(edge.Shape);
        return new Gradient(gradient.Storage.Borrow(), accumulate: !isFirst);
    }

    /// <summary>The gradient of a node's result, whose turn will come.</summary>
    private ref Tensor? Pending(Edge edge)
    {
        ref var gradients = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, edge.Producer!, out var isKnown);
        if (!isKnown)
        {
            gradients = new Tensor?[edge.Producer!.ResultShapes.Length];
            _ready.Enqueue(edge.Producer, -edge.Producer.Sequence);
        }

        return ref gradients![edge.Result];
    }

    /// <summary>Lets a node read a root's gradient where it is, instead of a copy; what others add later goes to a copy.</summary>
    private bool Lend(Edge edge, Tensor gradient)
    {
        if (edge.Producer is null || capture is not null)
            return false;
        ref var pending = ref Pending(edge);
        if (pending is not null)
            return false;
        pending = gradient;
        _lent.Add(gradient);
        return true;
    }

    private void AddExtras()
    {
        foreach (var written in _written)
        {
            if (written.Extra is { } extra)
                Destination(_edges[written.Input]).Write(extra.Storage.Borrow());
        }
    }

    private void DropUnfinished()
    {
        foreach (var written in _written)
        {
            if (written.IsFirst && capture is null)
                _edges[written.Input].Leaf?.DropGradient();
        }
    }

    /// <summary>A gradient that the running node asked for.</summary>
    /// <param name="Input">Which input's.</param>
    /// <param name="IsFirst">Whether nothing was there before.</param>
    /// <param name="Extra">Memory of its own, where the same tensor is an earlier input too.</param>
    private readonly record struct Written(int Input, bool IsFirst, Tensor? Extra);
}
