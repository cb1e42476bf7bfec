namespace NnGen;

// Other shapes of the same elements, and parts of them. Results share memory where their summary says so, others are copies.
public partial class Tensor
{
    /// <summary>Dims <paramref name="startDim"/> to <paramref name="endDim"/> joined into one, sharing memory.</summary>
    [Lowers(typeof(FlattenOp))]
    public Tensor Flatten(int startDim = 0, int endDim = -1) => FlattenOp.Apply(this, startDim, endDim);

    /// <summary>Another shape of as many elements, sharing memory; one size may be -1, which is then computed.</summary>
    [Lowers(typeof(ReshapeOp))]
    public Tensor View(params ReadOnlySpan<int> shape) => ReshapeOp.Apply(this, shape.ToArray());

    /// <inheritdoc cref="View(ReadOnlySpan{int})"/>
    [Lowers(typeof(ReshapeOp))]
    public Tensor View(params int[] shape) => ReshapeOp.Apply(this, shape);

    /// <summary>Another shape of as many elements, sharing memory; one size may be -1, which is then computed.</summary>
    [Lowers(typeof(ReshapeOp))]
    public Tensor Reshape(params ReadOnlySpan<int> shape) => ReshapeOp.Apply(this, shape.ToArray());

    /// <inheritdoc cref="Reshape(ReadOnlySpan{int})"/>
    [Lowers(typeof(ReshapeOp))]
    public Tensor Reshape(params int[] shape) => ReshapeOp.Apply(this, shape);

    /// <summary>Without the dims of size 1, sharing memory.</summary>
    [Lowers(typeof(SqueezeOp))]
    public Tensor Squeeze() => SqueezeOp.Apply(this);

    /// <summary>Without <paramref name="dim"/> if its size is 1, sharing memory.</summary>
    [Lowers(typeof(SqueezeOp))]
    public Tensor Squeeze(int dim) => SqueezeOp.Apply(this, [dim]);

    /// <summary>With a dim of size 1 inserted, sharing memory.</summary>
    /// <param name="dim">Where it stands in the result.</param>
    [Lowers(typeof(UnsqueezeOp))]
    public Tensor Unsqueeze(int dim) => UnsqueezeOp.Apply(this, dim);

    /// <summary>The rows as columns: the last two dims exchanged.</summary>
    [Lowers(typeof(TransposeOp))]
    public Tensor T => TransposeOp.Apply(this);

    /// <summary>Two dims exchanged.</summary>
    [Lowers(typeof(TransposeOp))]
    public Tensor Transpose(int dim0, int dim1) => TransposeOp.Apply(this, dim0, dim1);

    /// <summary>The dims in another order.</summary>
    [Lowers(typeof(PermuteOp))]
    public Tensor Permute(params ReadOnlySpan<int> dims) => PermuteOp.Apply(this, dims.ToArray());

    /// <inheritdoc cref="Permute(ReadOnlySpan{int})"/>
    [Lowers(typeof(PermuteOp))]
    public Tensor Permute(params int[] dims) => PermuteOp.Apply(this, dims);

    /// <summary>Dims of size 1 repeated to the given sizes, and new dims added in front; -1 keeps a size.</summary>
    [Lowers(typeof(ExpandOp))]
    public Tensor Expand(params ReadOnlySpan<int> shape) => ExpandOp.Apply(this, shape.ToArray());

    /// <inheritdoc cref="Expand(ReadOnlySpan{int})"/>
    [Lowers(typeof(ExpandOp))]
    public Tensor Expand(params int[] shape) => ExpandOp.Apply(this, shape);
}
