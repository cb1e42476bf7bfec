using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>A tensor that a backward pass reads, and the version it had when it was saved. Default: an absent tensor.</summary>
/// <param name="tensor">The tensor; null where an optional one is absent.</param>
/// <param name="name">What messages call it, e.g. <c>fc1.weight</c>. Default: nothing.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SavedTensor(TensorBase? tensor, string? name = null)
{
    private readonly TensorBase? _tensor = tensor;
    private readonly string? _name = name;
    private readonly int _version = tensor?.Version ?? 0;

    /// <summary>The tensor, after a check that it is what it was.</summary>
    /// <param name="node">The node that saved it.</param>
    /// <exception cref="AutogradException">It was written to since.</exception>
    public TensorBase? Value(Node node)
    {
        if (_tensor is not null && _tensor.Version != _version)
            ThrowModified(_tensor, _name, _version, node);
        return _tensor;
    }

    /// <summary>The elements of a saved <see cref="Tensor"/>, for as long as the node holds it; the default span where it is absent.</summary>
    /// <inheritdoc cref="Value"/>
    public ReadOnlySpan<float> Floats(Node node) => Value(node) is Tensor tensor ? tensor.Storage.Borrow() : default;

    /// <summary>The elements of a saved <see cref="Tensor{T}"/>, for as long as the node holds it; the default span where it is absent.</summary>
    /// <inheritdoc cref="Value"/>
    public ReadOnlySpan<T> Elements<T>(Node node)
        where T : unmanaged
        => Value(node) is Tensor<T> tensor ? tensor.Storage.Borrow() : default;

    private static void ThrowModified(TensorBase tensor, string? name, int expected, Node node)
    {
        var origin = tensor switch
        {
            Tensor { GradFn: { } producer } result => $", which is output {result.ResultIndex} of {producer.Name},",
            _ when name is not null => $", which is {name},",
            _ => "",
        };
        var type = tensor is Tensor ? nameof(Tensor) : $"Tensor<{tensor.DType}>";
        throw new AutogradException(
            "one of the variables needed for gradient computation has been modified by an inplace operation: "
            + $"[{type} {tensor.Shape}]{origin} is at version {tensor.Version}; expected version {expected} instead. "
            + $"{node.Name} needs the value that it had in the forward pass: write to a Clone(), or run Backward() before the change.");
    }
}
