using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// What a result knows of its backward: an op, or a whole <c>Call</c>, applied to tensors of which one carries a gradient.
/// Derived classes save what <see cref="Backward"/> reads and drop it in <see cref="Release"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Node
{
    private static long s_created;

    private Edge[]? _edges;
    private Shape[] _resultShapes = [];
    private List<Tensor>? _retained;

    /// <summary>A node over its differentiable inputs.</summary>
    /// <param name="inputs">The inputs, in the order of the gradient targets; null where an optional one is absent.</param>
    protected Node(params ReadOnlySpan<Tensor?> inputs)
    {
        _edges = new Edge[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            _edges[i] = Edge.Of(inputs[i]);
        Sequence = Interlocked.Increment(ref s_created);
    }

    /// <summary>For example <c>LinearBackward</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether <see cref="Backward"/> also writes gradients of parameters that are not among its inputs.</summary>
    public virtual bool WritesParameters => false;

    /// <summary>Where the gradients of the inputs go.</summary>
    /// <exception cref="AutogradException">The saved values are gone.</exception>
    internal Edge[] Edges => _edges ?? throw new AutogradException(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
        + "Saved intermediate values of the graph are freed when you call Backward() or Autograd.Grad(). Specify retainGraph: true if "
        + "you need to backward through the graph a second time.");

    /// <summary>Shapes of the results.</summary>
    internal ReadOnlySpan<Shape> ResultShapes => _resultShapes;

    /// <summary>Results that keep their gradient.</summary>
    internal IReadOnlyList<Tensor> Retained => _retained ?? [];

    /// <summary>Order of creation: a node comes after every node that computed one of its inputs.</summary>
    internal long Sequence { get; }

    /// <summary>Declares <paramref name="result"/> as computed by this node.</summary>
    /// <param name="result">A new tensor.</param>
    /// <param name="index">Which result it is.</param>
    public void Produce(Tensor result, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (index >= _resultShapes.Length)
            Array.Resize(ref _resultShapes, index + 1);
        _resultShapes[index] = result.Shape;
        result.SetProducer(this, index);
    }

    /// <inheritdoc/>
    public override string ToString() => $"<{Name}>";

    /// <summary>Writes the gradients of those inputs that want one.</summary>
    /// <param name="resultGradients">The gradient of each result; null where it has none, which is as good as zeros.</param>
    /// <param name="inputs">Where to write.</param>
    public abstract void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs);

    /// <summary>Drops the saved values. Called once, after a backward pass that does not retain the graph.</summary>
    public virtual void Release()
    {
    }

    /// <summary>Ends the node's use: another backward pass through it is refused.</summary>
    internal void Free()
    {
        _edges = null;
        _retained = null;
        Release();
    }

    /// <summary>Lets a result keep its gradient in the next backward passes.</summary>
    internal void Retain(Tensor result)
    {
        _retained ??= [];
        if (!_retained.Contains(result))
            _retained.Add(result);
    }
}
