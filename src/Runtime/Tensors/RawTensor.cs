using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>
/// A tensor as a file holds it, of an element type that <see cref="Tensor"/> and <see cref="Tensor{T}"/> do not have: its type, its
/// shape and its bytes. It is kept as it is in a <see cref="StateDict"/> and converted when it is loaded into a module.
/// </summary>
public sealed class RawTensor : TensorBase
{
    private readonly Storage<byte> _storage;

    private RawTensor(DType dtype, Shape shape, Storage<byte> storage)
        : base(shape)
    {
        DType = dtype;
        _storage = storage;
    }

    /// <inheritdoc/>
    public override int Count => Shape.Count;

    /// <inheritdoc/>
    public override DType DType { get; }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int Version => _storage.Version;

    /// <summary>A tensor with a copy of <paramref name="bytes"/>.</summary>
    /// <param name="dtype">The element type, one that no other tensor holds.</param>
    /// <param name="bytes">The elements in row-major order, little-endian.</param>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <exception cref="ArgumentException">The bytes are more or fewer, or another tensor holds the element type.</exception>
    public static RawTensor From(DType dtype, ReadOnlySpan<byte> bytes, Shape shape)
    {
        if (dtype.IsNative())
            throw new ArgumentException($"{dtype} is held by Tensor or Tensor<T>: make one of these instead.", nameof(dtype));
        var result = Empty(dtype, shape);
        if (bytes.Length != result._storage.Length)
        {
            throw new ArgumentException(
                $"A tensor of {dtype} and shape {shape} takes {result._storage.Length} bytes, but {bytes.Length} are given.", nameof(bytes));
        }

        bytes.CopyTo(result._storage.Borrow());
        return result;
    }

    /// <summary>The bytes of the elements in row-major order, little-endian, without a copy.</summary>
    public ReadOnlySpan<byte> AsSpan() => _storage.Span;

    /// <summary>The elements converted to float32. (64-bit integers are rounded.)</summary>
    /// <exception cref="NotSupportedException">The elements are complex or packed (6 and 4 bits).</exception>
    public Tensor Float()
    {
        var result = Tensor.Empty(Shape.Dims);
        ElementCopy.To(result, this);
        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"RawTensor(size={Shape}, dtype={DType.TorchName()})";

    /// <summary>A tensor of undefined content.</summary>
    internal static RawTensor Empty(DType dtype, Shape shape)
    {
        var bits = (long)shape.Count * dtype.BitSize();
        return bits % 8 == 0 && bits / 8 <= Array.MaxLength
            ? new RawTensor(dtype, shape, Storage<byte>.Allocate((int)(bits / 8)))
            : throw new ArgumentException($"A tensor of {dtype} and shape {shape} takes {bits} bits: whole bytes are held, at most 2^31.");
    }

    internal Span<byte> AsWritableSpan()
    {
        _storage.RaiseVersion();
        return _storage.Span;
    }

    /// <summary>The elements as a .NET type of their size.</summary>
    internal ReadOnlySpan<T> As<T>()
        where T : unmanaged
        => MemoryMarshal.Cast<byte, T>(AsSpan());

    /// <inheritdoc/>
    internal override void RestoreVersion(int version) => _storage.RestoreVersion(version);

    /// <inheritdoc/>
    internal override PinnedTensor Pin() => _storage.Pin();
}
