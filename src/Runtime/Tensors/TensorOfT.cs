using System.ComponentModel;
using System.Numerics.Tensors;

namespace NnGen;

/// <summary>
/// A multi-dimensional array in row-major order that carries no gradient: class labels and indices (long, int), masks (bool),
/// images (byte) and double. <see cref="Tensor"/> holds float.
/// </summary>
/// <typeparam name="T">long, int, bool, byte or double.</typeparam>
public sealed partial class Tensor<T> : TensorBase
    where T : unmanaged
{
    private readonly Storage<T> _storage;

    internal Tensor(Storage<T> storage, Shape shape)
        : base(shape)
    {
        _storage = storage;
        DType = DTypes.Of<T>();
    }

    /// <inheritdoc/>
    public override int Count => _storage.Length;

    /// <inheritdoc/>
    public override DType DType { get; }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int Version => _storage.Version;

    /// <summary>The memory.</summary>
    internal Storage<T> Storage => _storage;

    /// <summary>A scalar.</summary>
    public static Tensor<T> From(T value) => Full(default, value);

    /// <summary>A one-dimensional tensor with a copy of <paramref name="data"/>.</summary>
    public static Tensor<T> From(ReadOnlySpan<T> data) => From(data, [data.Length]);

    /// <inheritdoc cref="From(ReadOnlySpan{T})"/>
    public static Tensor<T> From(T[] data) => From(data.AsSpan());

    /// <summary>A tensor of the given shape with a copy of <paramref name="data"/>.</summary>
    /// <param name="data">The elements in row-major order.</param>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public static Tensor<T> From(ReadOnlySpan<T> data, params ReadOnlySpan<int> shape)
    {
        var result = Uninitialized(TensorChecks.Checked(data.Length, Shape.Create(shape)));
        data.CopyTo(result._storage.Borrow());
        return result;
    }

    /// <inheritdoc cref="From(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static Tensor<T> From(ReadOnlySpan<T> data, params int[] shape) => From(data, shape.AsSpan());

    /// <inheritdoc cref="From(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static Tensor<T> From(T[] data, params ReadOnlySpan<int> shape) => From(data.AsSpan(), shape);

    /// <inheritdoc cref="From(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static Tensor<T> From(T[] data, params int[] shape) => From(data.AsSpan(), shape.AsSpan());

    /// <summary>A tensor of undefined content, to be written.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    public static Tensor<T> Empty(params ReadOnlySpan<int> shape) => Uninitialized(Shape.Create(shape));

    /// <inheritdoc cref="Empty(ReadOnlySpan{int})"/>
    public static Tensor<T> Empty(params int[] shape) => Empty(shape.AsSpan());

    /// <summary>A tensor filled with 0 or false.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    [Lowers(typeof(ZerosOp))]
    public static Tensor<T> Zeros(params ReadOnlySpan<int> shape) => Full(Shape.Create(shape), default);

    /// <inheritdoc cref="Zeros(ReadOnlySpan{int})"/>
    [Lowers(typeof(ZerosOp))]
    public static Tensor<T> Zeros(params int[] shape) => Zeros(shape.AsSpan());

    /// <summary>A tensor with a copy of the elements of a System.Numerics.Tensors span, whatever its strides.</summary>
    public static Tensor<T> From(ReadOnlyTensorSpan<T> data)
    {
        var result = Uninitialized(TensorSpanShapes.Of(data.Lengths));
        data.FlattenTo(result._storage.Borrow());
        return result;
    }

    /// <summary>A tensor filled with one value.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="value">The value.</param>
    [Lowers(typeof(FullOp))]
    public static Tensor<T> Full(Shape shape, T value)
    {
        var result = Uninitialized(shape);
        result._storage.Borrow().Fill(value);
        return result;
    }

    /// <summary>The values start, start + step, ... below <paramref name="end"/>.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The limit, which is not part of the result.</param>
    /// <param name="step">The distance of two values. Default: 1.</param>
    /// <exception cref="ArgumentException">The step is 0, or leads away from the end.</exception>
    /// <exception cref="OverflowException">The type cannot hold a value.</exception>
    [Lowers(typeof(ArangeOp))]
    public static Tensor<T> Arange(long start, long end, long step = 1)
    {
        var result = Uninitialized([TensorChecks.ArangeLength(start, end, step)]);
        var span = result._storage.Borrow();
        for (var i = 0; i < span.Length; i++)
            span[i] = DTypes.Create<T>(start + (i * step));
        return result;
    }

    /// <summary>The values 0, 1, ... below <paramref name="end"/>.</summary>
    [Lowers(typeof(ArangeOp))]
    public static Tensor<T> Arange(long end) => Arange(0, end);

    /// <summary>A tensor filled with 1 or true.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    [Lowers(typeof(OnesOp))]
    public static Tensor<T> Ones(params ReadOnlySpan<int> shape) => Full(Shape.Create(shape), DTypes.Create<T>(1));

    /// <inheritdoc cref="Ones(ReadOnlySpan{int})"/>
    [Lowers(typeof(OnesOp))]
    public static Tensor<T> Ones(params int[] shape) => Ones(shape.AsSpan());

    /// <summary>The elements in row-major order, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _storage.Span;

    /// <summary>
    /// The elements in row-major order, to be written. A backward pass that needs a value written to in this way is refused.
    /// </summary>
    public Span<T> AsWritableSpan()
    {
        _storage.RaiseVersion();
        return _storage.Span;
    }

    /// <summary>The value of a tensor of one element.</summary>
    /// <exception cref="InvalidOperationException">The tensor has more or fewer elements.</exception>
    public T Item() => Count == 1 ? _storage.Borrow()[0] : throw TensorChecks.NotOneElement(Shape);

    /// <summary>A copy of the elements in row-major order.</summary>
    public T[] ToArray() => AsSpan().ToArray();

    /// <summary>The elements as a System.Numerics.Tensors span, without a copy.</summary>
    public ReadOnlyTensorSpan<T> AsTensorSpan() => new(AsSpan(), TensorSpanShapes.Lengths(Shape));

    /// <summary>The elements as a System.Numerics.Tensors span, without a copy, to be written; see <see cref="AsWritableSpan"/>.</summary>
    public TensorSpan<T> AsWritableTensorSpan() => new(AsWritableSpan(), TensorSpanShapes.Lengths(Shape));

    /// <summary>Overwrites the elements with those of another tensor of this shape.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    [Lowers(typeof(CopyElementsOp), InPlace = true)]
    public Tensor<T> CopyFrom(Tensor<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Shape != Shape)
            throw new ArgumentException($"a tensor of shape {other.Shape} cannot be copied into one of shape {Shape}.", nameof(other));
        other.AsSpan().CopyTo(AsWritableSpan());
        return this;
    }

    /// <summary>Adds a number in place.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers.</exception>
    [Lowers(typeof(TypedAddScalarOp), InPlace = true)]
    public Tensor<T> Add_(T scalar)
    {
        TypedAddScalarOp.Forward(AsSpan(), AsWritableSpan(), Number.Of(scalar));
        return this;
    }

    /// <summary>Overwrites every element with one value.</summary>
    /// <returns>This tensor.</returns>
    public Tensor<T> Fill(T value)
    {
        AsWritableSpan().Fill(value);
        return this;
    }

    /// <summary>A copy that shares nothing with this tensor.</summary>
    public Tensor<T> Clone() => From(AsSpan(), Shape);

    /// <summary>The elements in row-major order, without a copy; the default span for an absent tensor.</summary>
    public static implicit operator ReadOnlySpan<T>(Tensor<T>? tensor) => tensor is null ? default : tensor.AsSpan();

    /// <inheritdoc/>
    public override string ToString() => TensorPrinter.Print(this);

    /// <inheritdoc/>
    internal override void RestoreVersion(int version) => _storage.RestoreVersion(version);

    /// <inheritdoc/>
    internal override PinnedTensor Pin() => _storage.Pin();

    /// <summary>The same memory in another shape of as many elements.</summary>
    internal Tensor<T> Share(Shape shape) => new(_storage, shape);

    /// <summary>A tensor of undefined content.</summary>
    internal static Tensor<T> Uninitialized(Shape shape) => new(Storage<T>.Allocate(shape.Count), shape);
}
