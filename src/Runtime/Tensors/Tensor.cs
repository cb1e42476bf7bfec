using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>
/// A multi-dimensional array of float32 in row-major order that can carry a gradient. It is garbage-collected: there is nothing
/// to dispose. <see cref="Tensor{T}"/> holds indices, masks and other stored types.
/// </summary>
public partial class Tensor : TensorBase
{
    private Storage<float> _storage;

    internal Tensor(Storage<float> storage, Shape shape)
        : base(shape)
        => _storage = storage;

    /// <inheritdoc/>
    public override int Count => _storage.Length;

    /// <inheritdoc/>
    public override DType DType => DType.Float32;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int Version => Storage.Version;

    /// <summary>The memory.</summary>
    internal virtual Storage<float> Storage => _storage;

    /// <summary>The elements in row-major order, without a copy.</summary>
    public ReadOnlySpan<float> AsSpan() => Storage.Span;

    /// <summary>
    /// The elements in row-major order, to be written. A backward pass that needs a value written to in this way is refused.
    /// </summary>
    public virtual Span<float> AsWritableSpan()
    {
        _storage.IsHeldForWriting = true;
        return BorrowWritable();
    }

    /// <summary>The elements to be written at once: whoever takes them has let go of them when it returns.</summary>
    internal virtual Span<float> BorrowWritable()
    {
        _storage.RaiseVersion();
        return _storage.Span;
    }

    /// <summary>The value of a tensor of one element.</summary>
    /// <exception cref="InvalidOperationException">The tensor has more or fewer elements.</exception>
    public float Item() => Count == 1 ? Storage.Borrow()[0] : throw TensorChecks.NotOneElement(Shape);

    /// <summary>A copy of the elements in row-major order.</summary>
    public float[] ToArray() => AsSpan().ToArray();

    /// <summary>A copy in memory of its own, through which gradients flow.</summary>
    [Lowers(typeof(CloneOp))]
    public Tensor Clone() => CloneOp.Apply(this);

    /// <summary>The same memory as a tensor that carries no gradient.</summary>
    [Lowers(typeof(DetachOp))]
    public Tensor Detach() => new(Storage, Shape);

    /// <inheritdoc/>
    public override string ToString() => TensorPrinter.Print(this);

    /// <summary>The elements in row-major order, without a copy; the default span for an absent tensor.</summary>
    public static implicit operator ReadOnlySpan<float>(Tensor? tensor) => tensor is null ? default : tensor.AsSpan();

    /// <inheritdoc/>
    internal override void RestoreVersion(int version) => Storage.RestoreVersion(version);

    /// <inheritdoc/>
    internal override PinnedTensor Pin() => Storage.Pin();

    /// <summary>Takes over the memory of another tensor.</summary>
    private protected void TakeOver(Tensor other) => (_storage, Shape) = (other._storage, other.Shape);

    /// <summary>The same memory in another shape of as many elements. It carries no gradient.</summary>
    internal Tensor Share(Shape shape) => new(Storage, shape);
}
