using System.ComponentModel;

namespace NnGen;

/// <summary>
/// The common base of <see cref="Tensor"/> (float32) and <see cref="Tensor{T}"/> (indices, masks and other stored types).
/// </summary>
public abstract class TensorBase
{
    private protected TensorBase(Shape shape) => Shape = shape;

    /// <summary>The sizes of the dimensions.</summary>
    public Shape Shape { get; private protected set; }

    /// <summary>Number of dimensions.</summary>
    public int Rank => Shape.Rank;

    /// <summary>Number of elements.</summary>
    public abstract int Count { get; }

    /// <summary>The size of one dim, counted from the end where negative.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such dim.</exception>
    public int Size(int dim) => Shape[dim < 0 ? ^-dim : dim];

    /// <summary>The type of the elements.</summary>
    public abstract DType DType { get; }

    /// <summary>How often the memory was written to; shared by all tensors that share it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract int Version { get; }

    /// <summary>Sets the version back, where the memory holds again what it held then.</summary>
    internal abstract void RestoreVersion(int version);

    /// <summary>Holds the memory in place until the result is disposed.</summary>
    internal abstract PinnedTensor Pin();
}
