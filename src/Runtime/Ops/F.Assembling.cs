namespace NnGen;

// Functions of torch that arrange tensors by their shapes, for code that is not compiled; gradients flow through the ops they apply.
public static partial class F
{
    /// <summary>The sum of the diagonal of a matrix: torch.trace.</summary>
    /// <exception cref="ShapeException">It is no matrix.</exception>
    public static Tensor Trace(this Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank == 2 ? x.Diagonal().Sum() : throw new ShapeException($"trace: expected a matrix, but got tensor with dim {x.Rank}");
    }

    /// <summary>The differences of neighbours along a dim: torch.diff.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    public static Tensor Diff(this Tensor x, int dim = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Narrow(dim, 1, x.Size(dim) - 1) - x.Narrow(dim, 0, x.Size(dim) - 1);
    }

    /// <summary>The integral along a dim by the trapezoidal rule: torch.trapezoid.</summary>
    /// <param name="y">Values of the function.</param>
    /// <param name="dx">Distance of two values. Default: 1.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    public static Tensor Trapezoid(this Tensor y, double dx = 1, int dim = -1)
    {
        ArgumentNullException.ThrowIfNull(y);
        return (y.Narrow(dim, 1, y.Size(dim) - 1) + y.Narrow(dim, 0, y.Size(dim) - 1)).Sum(dim) * (dx / 2);
    }

    /// <summary>A dim at another place, the others in their order: torch.movedim.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="source">Where the dim stands.</param>
    /// <param name="destination">Where it stands in the result.</param>
    public static Tensor MoveDim(this Tensor x, int source, int destination)
    {
        ArgumentNullException.ThrowIfNull(x);
        var from = Kernels.Axis.Normalize(source, x.Rank);
        var dims = Enumerable.Range(0, x.Rank).Where(dim => dim != from).ToList();
        dims.Insert(Kernels.Axis.Normalize(destination, x.Rank), from);
        return x.Permute([.. dims]);
    }

    /// <summary>Rotated by quarter turns in the plane of two dims, from the first to the second: torch.rot90.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="k">How many quarter turns. Default: 1.</param>
    /// <param name="dim0">The first dim. Default: 0.</param>
    /// <param name="dim1">The second dim. Default: 1.</param>
    public static Tensor Rot90(this Tensor x, int k = 1, int dim0 = 0, int dim1 = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        return (k & 3) switch
        {
            1 => x.Flip(dim1).Transpose(dim0, dim1),
            2 => x.Flip(dim0, dim1),
            3 => x.Flip(dim0).Transpose(dim0, dim1),
            _ => x,
        };
    }

    /// <summary>At least a vector: torch.atleast_1d.</summary>
    public static Tensor AtLeast1d(this Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank == 0 ? x.Unsqueeze(0) : x;
    }

    /// <summary>At least a matrix, a vector being a row: torch.atleast_2d.</summary>
    public static Tensor AtLeast2d(this Tensor x)
    {
        var vector = AtLeast1d(x);
        return vector.Rank == 1 ? vector.Unsqueeze(0) : vector;
    }

    /// <summary>At least three dims, the last one new: torch.atleast_3d.</summary>
    public static Tensor AtLeast3d(this Tensor x)
    {
        var matrix = AtLeast2d(x);
        return matrix.Rank == 2 ? matrix.Unsqueeze(-1) : matrix;
    }

    /// <summary>Tensors side by side along the columns, vectors one after the other: torch.hstack.</summary>
    public static Tensor HStack(params Tensor[] tensors)
    {
        var parts = Array.ConvertAll(tensors, AtLeast1d);
        return Cat(parts, parts is [{ Rank: 1 }, ..] ? 0 : 1);
    }

    /// <summary>Tensors below each other, vectors being rows: torch.vstack.</summary>
    public static Tensor VStack(params Tensor[] tensors) => Cat(Array.ConvertAll(tensors, AtLeast2d), 0);

    /// <summary>Tensors behind each other along the third dim: torch.dstack.</summary>
    public static Tensor DStack(params Tensor[] tensors) => Cat(Array.ConvertAll(tensors, AtLeast3d), 2);

    /// <summary>Tensors side by side, vectors being columns: torch.column_stack.</summary>
    public static Tensor ColumnStack(params Tensor[] tensors) => HStack(Array.ConvertAll(tensors, x => x.Rank < 2 ? x.View(-1, 1) : x));

    /// <summary>Tensors repeated to the shape that they broadcast to: torch.broadcast_tensors.</summary>
    public static Tensor[] BroadcastTensors(params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var shape = BroadcastShapes(Array.ConvertAll(tensors, x => x.Shape));
        return Array.ConvertAll(tensors, x => x.Expand(shape.ToArray()));
    }

    /// <summary>The shape that tensors of some shapes broadcast to: torch.broadcast_shapes.</summary>
    /// <exception cref="ShapeException">They do not.</exception>
    public static Shape BroadcastShapes(params Shape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var result = new int[shapes.Select(shape => shape.Rank).DefaultIfEmpty().Max()];
        Array.Fill(result, 1);
        foreach (var shape in shapes)
        {
            for (var dim = 0; dim < shape.Rank; dim++)
            {
                ref var size = ref result[result.Length - shape.Rank + dim];
                if (size != 1 && shape[dim] != 1 && size != shape[dim])
                    throw new ShapeException($"Shape mismatch: {string.Join(", ", shapes)} cannot be broadcast to a single shape");
                size = shape[dim] == 1 ? size : shape[dim];
            }
        }

        return result;
    }

    /// <summary>A tensor in so many parts, of which the first ones have an element more where they do not divide it: torch.tensor_split.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="sections">How many parts.</param>
    /// <param name="dim">The dim. Default: 0.</param>
    public static Tensor[] TensorSplit(this Tensor x, int sections, int dim = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sections);
        var size = Kernels.Axis.Of(x.Shape, dim).Size;
        return x.Split([.. Enumerable.Range(0, sections).Select(i => (size / sections) + (i < size % sections ? 1 : 0))], dim);
    }

    /// <summary>Sums of products over the last dims of one tensor and the first of another: torch.tensordot.</summary>
    /// <param name="a">The tensor.</param>
    /// <param name="b">Another one.</param>
    /// <param name="dims">Over how many dims. Default: 2.</param>
    public static Tensor TensorDot(this Tensor a, Tensor b, int dims = 2)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (dims < 0 || dims > a.Rank || dims > b.Rank || !a.Shape.ToArray()[^dims..].SequenceEqual(b.Shape.ToArray()[..dims]))
            throw new ShapeException($"tensordot: the last {dims} dims of {a.Shape} are not the first of {b.Shape}");
        Shape left = a.Shape.ToArray()[..^dims];
        Shape inner = b.Shape.ToArray()[..dims];
        Shape right = b.Shape.ToArray()[dims..];
        return a.Reshape(left.Count, inner.Count).Mm(b.Reshape(inner.Count, right.Count)).Reshape([.. left.ToArray(), .. right.ToArray()]);
    }

    /// <summary>Rows of another tensor added at indices of a dim, several to one place too: torch.index_add.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="index">Where each row of the source goes.</param>
    /// <param name="source">The rows.</param>
    /// <param name="alpha">Their factor. Default: 1.</param>
    public static Tensor IndexAdd(this Tensor x, int dim, Tensor<long> index, Tensor source, double alpha = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(source);
        return x.ScatterAdd(dim, Along(index, dim, source.Shape), source * alpha);
    }

    /// <summary>A number at indices of a dim: torch.index_fill.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="index">The indices.</param>
    /// <param name="value">The number.</param>
    public static Tensor IndexFill(this Tensor x, int dim, Tensor<long> index, double value)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(index);
        var shape = x.Shape.ToArray();
        shape[Kernels.Axis.Normalize(dim, x.Rank)] = index.Count;
        return x.Scatter(dim, Along(index, dim, shape), value);
    }

    /// <summary>Each row so many times as a tensor of counts says: torch.repeat_interleave.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="repeats">How many times each row along the dim.</param>
    /// <param name="dim">The dim.</param>
    public static Tensor RepeatInterleave(this Tensor x, Tensor<long> repeats, int dim)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(repeats);
        if (repeats.Count != Kernels.Axis.Of(x.Shape, dim).Size)
            throw new ShapeException("repeats must have the same size as input along dim");
        var counts = repeats.ToArray();
        if (counts.Any(count => count < 0))
            throw new ArgumentOutOfRangeException(nameof(repeats), "repeats can not be negative");
        return x.IndexSelect(dim, Tensor<long>.From([.. counts.SelectMany((count, row) => Enumerable.Repeat((long)row, (int)count))]));
    }

    /// <summary>The k-th smallest element along a dim, and its index: torch.kthvalue.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="k">Which one, from 1.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="keepDim">Whether it stays, with size 1.</param>
    public static (Tensor Values, Tensor<long> Indices) KthValue(this Tensor x, int k, int dim = -1, bool keepDim = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (k < 1 || k > Kernels.Axis.Of(x.Shape, dim).Size)
            throw new ArgumentOutOfRangeException(nameof(k), k, "kthvalue(): selected number k out of range for dimension");
        var (values, indices) = x.Sort(dim);
        (values, indices) = (values.Narrow(dim, k - 1, 1), indices.Narrow(dim, k - 1, 1));
        return keepDim ? (values, indices) : (values.Squeeze(dim), indices.Squeeze(dim));
    }

    /// <summary>The smallest and the largest element: torch.aminmax.</summary>
    public static (Tensor Min, Tensor Max) AMinMax(this Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return (x.AMin(), x.AMax());
    }

    /// <summary>Standard deviation and mean of all elements: torch.std_mean.</summary>
    /// <param name="x">The tensor.</param>
    public static (Tensor Std, Tensor Mean) StdMean(this Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return (x.Std(), x.Mean());
    }

    /// <summary>A matrix with matrices along its diagonal and 0 elsewhere: torch.block_diag.</summary>
    public static Tensor BlockDiag(params Tensor[] tensors)
    {
        var blocks = Array.ConvertAll(tensors, AtLeast2d);
        var columns = blocks.Sum(block => block.Shape[1]);
        var left = 0;
        var rows = new List<Tensor>();
        foreach (var block in blocks)
        {
            rows.Add(Pad(block, (left, columns - left - block.Shape[1])));
            left += block.Shape[1];
        }

        return Cat(rows, 0);
    }

    /// <summary>An index for each row along a dim, repeated for all elements of the rows.</summary>
    private static Tensor<long> Along(Tensor<long> index, int dim, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(index);
        var sizes = Enumerable.Repeat(1, shape.Rank).ToArray();
        sizes[Kernels.Axis.Normalize(dim, shape.Rank)] = -1;
        return index.View(sizes).Expand(shape.ToArray());
    }
}
