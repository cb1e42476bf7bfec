namespace NnGen;

public static partial class F
{
    /// <summary>Dims <paramref name="startDim"/> to <paramref name="endDim"/> joined into one, sharing memory.</summary>
    [Lowers(typeof(FlattenOp))]
    public static Tensor Flatten(Tensor x, int startDim = 0, int endDim = -1) => FlattenOp.Apply(x, startDim, endDim);

    /// <summary>One dim taken apart into several, sharing memory: the reverse of <see cref="Flatten"/>.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim, counted from the end where negative.</param>
    /// <param name="sizes">What it becomes; one size may be -1, which is then computed.</param>
    /// <exception cref="ShapeException">There is no such dim, or it is not the product of the sizes.</exception>
    [Lowers(typeof(UnflattenOp))]
    public static Tensor Unflatten(Tensor x, int dim, Sizes sizes) => UnflattenOp.Apply(x, dim, sizes);

    /// <summary>Tensors one after the other along a dim; their other dims are equal.</summary>
    /// <param name="xs">At least one tensor.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    /// <exception cref="ShapeException">Other dims differ.</exception>
    [Lowers(typeof(CatOp))]
    public static Tensor Cat(ReadOnlySpan<Tensor> xs, int dim = 0) => CatOp.Apply(xs, dim);

    /// <inheritdoc cref="Cat(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(CatOp))]
    public static Tensor Cat(Tensor[] xs, int dim = 0) => CatOp.Apply(xs, dim);

    /// <inheritdoc cref="Cat(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(CatOp))]
    public static Tensor Cat(IEnumerable<Tensor> xs, int dim = 0) => CatOp.Apply(xs.ToArray(), dim);

    /// <summary>Tensors of one shape side by side along a new dim.</summary>
    /// <param name="xs">At least one tensor.</param>
    /// <param name="dim">Where the new dim stands in the result. Default: at the front.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    [Lowers(typeof(StackOp))]
    public static Tensor Stack(ReadOnlySpan<Tensor> xs, int dim = 0) => StackOp.Apply(xs, dim);

    /// <inheritdoc cref="Stack(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(StackOp))]
    public static Tensor Stack(Tensor[] xs, int dim = 0) => StackOp.Apply(xs, dim);

    /// <inheritdoc cref="Stack(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(StackOp))]
    public static Tensor Stack(IEnumerable<Tensor> xs, int dim = 0) => StackOp.Apply(xs.ToArray(), dim);

    /// <inheritdoc cref="Flatten(Tensor, int, int)"/>
    [Lowers(typeof(FlattenOp))]
    public static Tensor<T> Flatten<T>(Tensor<T> x, int startDim = 0, int endDim = -1)
        where T : unmanaged
        => FlattenOp.Apply(x, startDim, endDim);

    /// <inheritdoc cref="Cat(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(CatOp))]
    public static Tensor<T> Cat<T>(ReadOnlySpan<Tensor<T>> xs, int dim = 0)
        where T : unmanaged
        => CatOp.Apply(xs, dim);

    /// <inheritdoc cref="Cat(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(CatOp))]
    public static Tensor<T> Cat<T>(IEnumerable<Tensor<T>> xs, int dim = 0)
        where T : unmanaged
        => CatOp.Apply<T>(xs.ToArray(), dim);

    /// <inheritdoc cref="Stack(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(StackOp))]
    public static Tensor<T> Stack<T>(ReadOnlySpan<Tensor<T>> xs, int dim = 0)
        where T : unmanaged
        => StackOp.Apply(xs, dim);

    /// <inheritdoc cref="Stack(ReadOnlySpan{Tensor}, int)"/>
    [Lowers(typeof(StackOp))]
    public static Tensor<T> Stack<T>(IEnumerable<Tensor<T>> xs, int dim = 0)
        where T : unmanaged
        => StackOp.Apply<T>(xs.ToArray(), dim);
}
