using NnGen.CompilerServices;

namespace NnGen;

public partial class Tensor
{
    private bool _requiresGrad;
    private Tensor? _grad;

    /// <summary>
    /// Whether ops on this tensor are recorded. Set on a leaf (a tensor that no recorded op computed) it makes
    /// <see cref="Backward"/> fill <see cref="Grad"/>. Default: false; true on parameters.
    /// </summary>
    /// <exception cref="AutogradException">Cleared on a tensor that is not a leaf.</exception>
    public virtual bool RequiresGrad
    {
        get => _requiresGrad || GradFn is not null;
        set
        {
            if (GradFn is not null && !value)
            {
                throw new AutogradException(
                    "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph "
                    + "that doesn't require differentiation use x.Detach().");
            }

            _requiresGrad = value;
        }
    }

    /// <summary>Whether no recorded op computed this tensor.</summary>
    public bool IsLeaf => GradFn is null;

    /// <summary>
    /// The gradient of this leaf (or of a result after <see cref="RetainGrad"/>): null until the first backward pass. Later passes
    /// add to it.
    /// </summary>
    /// <exception cref="ArgumentException">A gradient of another shape is set.</exception>
    public virtual Tensor? Grad
    {
        get => _grad;
        set
        {
            if (value is not null)
                CheckGradientShape(value);
            _grad = value;
        }
    }

    /// <summary>The recorded op that computed this tensor; null for a leaf.</summary>
    public Node? GradFn { get; private set; }

    /// <summary>Which result of <see cref="GradFn"/> this tensor is.</summary>
    internal int ResultIndex { get; private set; }

    /// <summary>
    /// Adds the gradients of this tensor to <see cref="Grad"/> of the parameters and other leaves from which it was computed.
    /// </summary>
    /// <param name="gradient">The gradient of this tensor, of its shape. Default: 1, for a tensor of one element.</param>
    /// <param name="retainGraph">Whether the saved values are kept for another backward pass. Default: false.</param>
    /// <exception cref="AutogradException">
    /// The tensor carries no gradient, has more than one element and no gradient was given, its graph was already used, or a
    /// value that it needs has changed.
    /// </exception>
    public void Backward(Tensor? gradient = null, bool retainGraph = false) => Autograd.Backward([this], [gradient], retainGraph);

    /// <summary>Lets a tensor that is not a leaf keep its gradient in <see cref="Grad"/>. Does nothing on a leaf.</summary>
    /// <exception cref="AutogradException">The tensor carries no gradient.</exception>
    public void RetainGrad()
    {
        if (!RequiresGrad)
            throw new AutogradException("can't retain_grad on Tensor that has requires_grad=False: set RequiresGrad first.");
        GradFn?.Retain(this);
    }

    /// <summary>Where a backward pass writes the gradient of this leaf.</summary>
    internal virtual Gradient LeafGradient()
    {
        if (!_requiresGrad)
            return Gradient.Unwanted;
        var isFirst = _grad is null;
        _grad ??= Uninitialized(Shape);
        _grad._storage.RaiseVersion();
        return new Gradient(_grad._storage.Borrow(), accumulate: !isFirst);
    }

    /// <summary>Takes back a first gradient that was not written to its end.</summary>
    internal virtual void DropGradient() => _grad = null;

    /// <summary>Adds to <see cref="Grad"/>, giving it a tensor of its own.</summary>
    internal void AccumulateGrad(Tensor gradient)
    {
        if (_grad is null)
            _grad = From(gradient.AsSpan(), gradient.Shape);
        else
            System.Numerics.Tensors.TensorPrimitives.Add(_grad.AsSpan(), gradient.AsSpan(), _grad.AsWritableSpan());
    }

    internal void SetProducer(Node producer, int index)
    {
        GradFn = producer;
        ResultIndex = index;
    }

    private protected void CheckGradientShape(Tensor gradient)
    {
        if (gradient.Shape != Shape)
        {
            throw new ArgumentException(
                $"assigned grad has data of a different size: the tensor is {Shape}, the gradient {gradient.Shape}.");
        }
    }
}
