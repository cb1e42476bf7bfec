namespace NnGen;

public partial class Tensor
{
    /// <summary>A scalar.</summary>
    public static Tensor From(float value) => Full(default, value);

    /// <summary>A one-dimensional tensor with a copy of <paramref name="data"/>.</summary>
    public static Tensor From(ReadOnlySpan<float> data) => From(data, [data.Length]);

    /// <inheritdoc cref="From(ReadOnlySpan{float})"/>
    public static Tensor From(float[] data) => From(data.AsSpan());

    /// <summary>A tensor of the given shape with a copy of <paramref name="data"/>.</summary>
    /// <param name="data">The elements in row-major order.</param>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public static Tensor From(ReadOnlySpan<float> data, params ReadOnlySpan<int> shape)
    {
        var result = Uninitialized(TensorChecks.Checked(data.Length, Shape.Create(shape)));
        data.CopyTo(result._storage.Borrow());
        return result;
    }

    /// <inheritdoc cref="From(ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    public static Tensor From(ReadOnlySpan<float> data, params int[] shape) => From(data, shape.AsSpan());

    /// <inheritdoc cref="From(ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    public static Tensor From(float[] data, params ReadOnlySpan<int> shape) => From(data.AsSpan(), shape);

    /// <inheritdoc cref="From(ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    public static Tensor From(float[] data, params int[] shape) => From(data.AsSpan(), shape.AsSpan());

    /// <summary>A tensor of undefined content, to be written.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    public static Tensor Empty(params ReadOnlySpan<int> shape) => Uninitialized(Shape.Create(shape));

    /// <inheritdoc cref="Empty(ReadOnlySpan{int})"/>
    public static Tensor Empty(params int[] shape) => Empty(shape.AsSpan());

    /// <summary>A tensor filled with 0.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    [Lowers(typeof(ZerosOp))]
    public static Tensor Zeros(params ReadOnlySpan<int> shape) => Full(Shape.Create(shape), 0);

    /// <inheritdoc cref="Zeros(ReadOnlySpan{int})"/>
    [Lowers(typeof(ZerosOp))]
    public static Tensor Zeros(params int[] shape) => Zeros(shape.AsSpan());

    /// <summary>A tensor filled with 1.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    [Lowers(typeof(OnesOp))]
    public static Tensor Ones(params ReadOnlySpan<int> shape) => Full(Shape.Create(shape), 1);

    /// <inheritdoc cref="Ones(ReadOnlySpan{int})"/>
    [Lowers(typeof(OnesOp))]
    public static Tensor Ones(params int[] shape) => Ones(shape.AsSpan());

    /// <summary>A tensor filled with one value.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="value">The value.</param>
    [Lowers(typeof(FullOp))]
    public static Tensor Full(Shape shape, double value)
    {
        var result = Uninitialized(shape);
        result._storage.Borrow().Fill((float)value);
        return result;
    }

    /// <summary>A tensor of the shape of another one, filled with 0.</summary>
    [Lowers(typeof(ZerosOp))]
    public static Tensor ZerosLike([OpInput("shape")] TensorBase other) => Full(other.Shape, 0);

    /// <summary>A tensor of the shape of another one, filled with 1.</summary>
    [Lowers(typeof(OnesOp))]
    public static Tensor OnesLike([OpInput("shape")] TensorBase other) => Full(other.Shape, 1);

    /// <summary>The values start, start + step, ... below <paramref name="end"/>.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The limit, which is not part of the result.</param>
    /// <param name="step">The distance of two values. Default: 1.</param>
    /// <exception cref="ArgumentException">The step is 0, or leads away from the end.</exception>
    public static Tensor Arange(double start, double end, double step = 1)
    {
        var result = Uninitialized([TensorChecks.ArangeLength(start, end, step)]);
        var span = result._storage.Borrow();
        for (var i = 0; i < span.Length; i++)
            span[i] = (float)(start + (i * step));
        return result;
    }

    /// <summary>The values 0, 1, ... below <paramref name="end"/>.</summary>
    public static Tensor Arange(double end) => Arange(0, end);

    /// <inheritdoc cref="Arange(double, double, double)"/>
    [Lowers(typeof(ArangeOp))]
    public static Tensor Arange(long start, long end, long step = 1) => Arange((double)start, end, step);

    /// <inheritdoc cref="Arange(double)"/>
    [Lowers(typeof(ArangeOp))]
    public static Tensor Arange(long end) => Arange(0d, end);

    /// <summary>Evenly spaced values, both ends included.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The last value.</param>
    /// <param name="steps">How many values.</param>
    [Lowers(typeof(LinspaceOp))]
    public static Tensor Linspace(double start, double end, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return LinspaceOp.Apply(start, end, steps);
    }

    /// <summary>A matrix with 1 on the diagonal and 0 elsewhere.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns. Default: as many as rows.</param>
    [Differentiable]
    public static Tensor Eye(int rows, int? columns = null) => EyeOp.Apply(rows, columns ?? rows);

    /// <summary>A tensor of undefined content.</summary>
    internal static Tensor Uninitialized(Shape shape) => new(Storage<float>.Allocate(shape.Count), shape);
}
