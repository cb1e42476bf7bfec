using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Takes the gradients of chosen tensors out of a backward pass, in which no leaf receives one.</summary>
internal sealed class GradientCapture
{
    [ThreadStatic]
    private static GradientCapture? t_current;

    private readonly IReadOnlyList<Tensor> _inputs;
    private readonly Tensor?[] _gradients;
    private readonly Dictionary<Tensor, Tensor?> _leaves = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Node> _needed = [];
    private readonly HashSet<Node> _reaching = [];

    /// <summary>Finds the nodes between the outputs and the inputs: no others run.</summary>
    public GradientCapture(Root[] outputs, IReadOnlyList<Tensor> inputs)
    {
        _inputs = inputs;
        _gradients = new Tensor?[inputs.Count];
        var producers = new HashSet<Node>();
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i] ?? throw new ArgumentNullException(nameof(inputs), $"element {i} of inputs is null");
            if (!input.RequiresGrad)
            {
                throw new AutogradException(
                    $"One of the differentiated Tensors does not require grad: element {i} of inputs. Set RequiresGrad on it before "
                    + "it is used.");
            }

            if (input.GradFn is { } producer)
                producers.Add(producer);
            else
                _leaves[input] = null;
        }

        var wantsParameters = _leaves.Keys.Any(leaf => leaf is Parameter);
        foreach (var node in FromOldest(outputs))
        {
            var reaches = node.WritesParameters && wantsParameters;
            foreach (var edge in node.Edges)
                reaches |= edge.Leaf is { } leaf ? Contains(leaf) : edge.Producer is { } producer && Reaches(producer);

            if (reaches)
                _needed.Add(node);
            if (reaches || producers.Contains(node))
                _reaching.Add(node);
        }
    }

    /// <summary>The capture of the backward pass that runs on this thread; null where leaves receive their gradients.</summary>
    public static GradientCapture? Current => t_current;

    /// <summary>Makes <paramref name="capture"/> the current one, and returns what was.</summary>
    public static GradientCapture? Enter(GradientCapture? capture)
    {
        var outer = t_current;
        t_current = capture;
        return outer;
    }

    /// <summary>Restores what <see cref="Enter"/> returned.</summary>
    public static void Exit(GradientCapture? outer) => t_current = outer;

    /// <summary>Whether the gradient of a leaf is asked for.</summary>
    public bool Contains(Tensor leaf) => _leaves.ContainsKey(leaf);

    /// <summary>Whether a gradient of the node's results leads to one that is asked for.</summary>
    public bool Reaches(Node node) => _reaching.Contains(node);

    /// <summary>Where the gradient of a leaf is written.</summary>
    public Gradient LeafGradient(Tensor leaf)
    {
        ref var gradient = ref CollectionsMarshal.GetValueRefOrNullRef(_leaves, leaf);
        if (Unsafe.IsNullRef(ref gradient))
            return Gradient.Unwanted;
        var isFirst = gradient is null;
        gradient ??= Tensor.Uninitialized(leaf.Shape);
        return new Gradient(gradient.Storage.Borrow(), accumulate: !isFirst);
    }

    /// <summary>Keeps the gradients of those results of a node that are asked for, and says whether the node's backward must run.</summary>
    public bool Take(Node node, ReadOnlySpan<Tensor?> gradients)
    {
        for (var i = 0; i < _inputs.Count; i++)
        {
            if (_inputs[i].GradFn == node)
                _gradients[i] = gradients[_inputs[i].ResultIndex];
        }

        return _needed.Contains(node);
    }

    /// <summary>The gradients in the order of the inputs.</summary>
    public Tensor?[] Results(bool allowUnused)
    {
        for (var i = 0; i < _gradients.Length; i++)
        {
            if (_inputs[i].GradFn is null)
                _gradients[i] = _leaves[_inputs[i]];
            if (_gradients[i] is null && !allowUnused)
            {
                throw new AutogradException(
                    $"One of the differentiated Tensors appears to not have been used in the graph: element {i} of inputs. "
                    + "Set allowUnused: true if this is the desired behavior.");
            }
        }

        return _gradients;
    }

    /// <summary>All nodes from which the outputs were computed, from the oldest to the newest.</summary>
    private static List<Node> FromOldest(Root[] outputs)
    {
        var seen = new HashSet<Node>();
        var nodes = new List<Node>();
        foreach (var output in outputs)
            Add(output.Tensor.GradFn);

        // The list is also the queue of nodes whose inputs are still to be visited.
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var edge in nodes[i].Edges)
                Add(edge.Producer);
        }

        nodes.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return nodes;

        void Add(Node? node)
        {
            if (node is not null && seen.Add(node))
                nodes.Add(node);
        }
    }
}
