using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NnGen;

public partial class Tensor
{
    /// <summary>A tensor of indices, labels, masks or another stored type with a copy of <paramref name="data"/>.</summary>
    /// <param name="data">The elements in row-major order.</param>
    /// <param name="shape">The sizes of the dimensions. Default: one dimension.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    [OverloadResolutionPriority(-1)]
    public static Tensor<T> From<T>(T[] data, params int[] shape)
        where T : unmanaged
        => shape.Length == 0 ? Tensor<T>.From(data) : Tensor<T>.From(data, shape);

    /// <summary>A matrix with a copy of <paramref name="data"/>.</summary>
    public static Tensor From(float[,] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return From(new ReadOnlyTensorSpan<float>(data));
    }

    /// <summary>A tensor with a copy of the elements of a System.Numerics.Tensors span, whatever its strides.</summary>
    public static Tensor From(ReadOnlyTensorSpan<float> data)
    {
        var result = Uninitialized(TensorSpanShapes.Of(data.Lengths));
        data.FlattenTo(result._storage.Borrow());
        return result;
    }

    /// <summary>The elements as a System.Numerics.Tensors span, without a copy.</summary>
    public ReadOnlyTensorSpan<float> AsTensorSpan() => new(AsSpan(), TensorSpanShapes.Lengths(Shape));

    /// <summary>The elements as a System.Numerics.Tensors span, without a copy, to be written; see <see cref="AsWritableSpan"/>.</summary>
    public TensorSpan<float> AsWritableTensorSpan() => new(AsWritableSpan(), TensorSpanShapes.Lengths(Shape));
}
