namespace NnGen;

// Elements moved, repeated, cut out and written at indices.
public sealed partial class Tensor<T>
{
    /// <summary>Repeated to a larger shape as broadcasting does it.</summary>
    [Lowers(typeof(ExpandOp))]
    public Tensor<T> BroadcastTo(params ReadOnlySpan<int> shape) => ExpandOp.Apply(this, shape.ToArray());

    /// <inheritdoc cref="BroadcastTo(ReadOnlySpan{int})"/>
    [Lowers(typeof(ExpandOp))]
    public Tensor<T> BroadcastTo(params int[] shape) => ExpandOp.Apply(this, shape);

    /// <summary>Repeated to the shape of another tensor.</summary>
    [Lowers(typeof(ExpandAsOp))]
    public Tensor<T> ExpandAs(Tensor<T> other) => ExpandAsOp.Apply(this, other);

    /// <summary>In the shape of another tensor of as many elements.</summary>
    [Lowers(typeof(ViewAsOp))]
    public Tensor<T> ViewAs(Tensor<T> other) => ViewAsOp.Apply(this, other);

    /// <summary>In the shape of another tensor of as many elements.</summary>
    [Lowers(typeof(ViewAsOp))]
    public Tensor<T> ReshapeAs(Tensor<T> other) => ViewAsOp.Apply(this, other);

    /// <summary>The elements in reverse order along dims.</summary>
    [Lowers(typeof(FlipOp))]
    public Tensor<T> Flip(params ReadOnlySpan<int> dims) => FlipOp.Apply(this, dims.ToArray());

    /// <inheritdoc cref="Flip(ReadOnlySpan{int})"/>
    [Lowers(typeof(FlipOp))]
    public Tensor<T> Flip(params int[] dims) => FlipOp.Apply(this, dims);

    /// <summary>All elements moved in row-major order; those that leave one end come in at the other.</summary>
    [Lowers(typeof(RollOp))]
    public Tensor<T> Roll(int shifts) => RollOp.Apply(this, [shifts]);

    /// <summary>The elements moved along a dim; those that leave it come in at the other end.</summary>
    [Lowers(typeof(RollOp))]
    public Tensor<T> Roll(int shifts, int dims) => RollOp.Apply(this, [shifts], [dims]);

    /// <summary>The elements moved along dims; those that leave one come in at its other end.</summary>
    [Lowers(typeof(RollOp))]
    public Tensor<T> Roll(int[] shifts, int[] dims) => RollOp.Apply(this, shifts, dims);

    /// <summary>Repeated along each dim; where there are more numbers than dims, the first ones are of new dims.</summary>
    [Lowers(typeof(RepeatOp))]
    public Tensor<T> Repeat(params ReadOnlySpan<int> repeats) => RepeatOp.Apply(this, repeats.ToArray());

    /// <inheritdoc cref="Repeat(ReadOnlySpan{int})"/>
    [Lowers(typeof(RepeatOp))]
    public Tensor<T> Repeat(params int[] repeats) => RepeatOp.Apply(this, repeats);

    /// <summary>Repeated along each dim, the last ones where there are fewer numbers than dims.</summary>
    public Tensor<T> Tile(params int[] dims)
    {
        ArgumentNullException.ThrowIfNull(dims);
        return RepeatOp.Apply(this, [.. Enumerable.Repeat(1, Math.Max(0, Rank - dims.Length)), .. dims]);
    }

    /// <summary>Each slice of a dim repeated: <c>1, 1, 2, 2</c> of <c>1, 2</c>.</summary>
    [Lowers(typeof(RepeatInterleaveOp))]
    public Tensor<T> RepeatInterleave(int repeats, int dim) => RepeatInterleaveOp.Apply(this, repeats, dim);

    /// <summary>The lower triangle of matrices, 0 elsewhere.</summary>
    /// <param name="diagonal">Which diagonal bounds it: 0 is the main one, positive ones lie above it. Default: 0.</param>
    [Lowers(typeof(TrilOp))]
    public Tensor<T> Tril(int diagonal = 0) => TrilOp.Apply(this, diagonal);

    /// <summary>The upper triangle of matrices, 0 elsewhere.</summary>
    /// <param name="diagonal">Which diagonal bounds it: 0 is the main one, positive ones lie above it. Default: 0.</param>
    [Lowers(typeof(TriuOp))]
    public Tensor<T> Triu(int diagonal = 0) => TriuOp.Apply(this, diagonal);

    /// <summary>The diagonals of the matrices that two dims make up, as the last dim.</summary>
    /// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it. Default: 0.</param>
    /// <param name="dim1">The dim of the rows. Default: 0.</param>
    /// <param name="dim2">The dim of the columns. Default: 1.</param>
    /// <exception cref="ArgumentException">Both dims are the same.</exception>
    public Tensor<T> Diagonal(int offset = 0, int dim1 = 0, int dim2 = 1)
        => DiagonalOp.Apply(Permute(DiagonalDims.Last(Rank, dim1, dim2)), offset);

    /// <summary>The diagonal of a matrix, or the matrix with a vector on its diagonal.</summary>
    /// <param name="diagonal">Which diagonal: 0 is the main one, positive ones lie above it. Default: 0.</param>
    public Tensor<T> Diag(int diagonal = 0) => Rank == 1 ? DiagEmbedOp.Apply(this, diagonal) : DiagonalOp.Apply(this, diagonal);

    /// <summary>Square matrices with the last dim on their diagonals, 0 elsewhere.</summary>
    /// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it. Default: 0.</param>
    [Lowers(typeof(DiagEmbedOp))]
    public Tensor<T> DiagEmbed(int offset = 0) => DiagEmbedOp.Apply(this, offset);

    /// <summary>Windows that slide along a dim, as a last dim of their own.</summary>
    /// <param name="dimension">The dim.</param>
    /// <param name="length">Size of a window.</param>
    /// <param name="step">Distance of two windows.</param>
    [Lowers(typeof(TensorUnfoldOp))]
    public Tensor<T> Unfold(int dimension, int length, int step) => TensorUnfoldOp.Apply(this, dimension, length, step);

    /// <summary>A copy with elements written along a dim, each at an index of its own; of several at one place the last remains.</summary>
    /// <param name="dim">The dim.</param>
    /// <param name="index">Indices along the dim: as many dims as this tensor.</param>
    /// <param name="src">The elements; no dim is smaller than that of the indices.</param>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(ScatterOp))]
    public Tensor<T> Scatter(int dim, Tensor<long> index, Tensor<T> src) => ScatterOp.Apply(this, index, src, dim);
}
