namespace NnGen;

// Functions of torch that count, sort into ranges, and combine; those without an op are for code that is not compiled.
public static partial class F
{
    /// <summary>For each class a vector with 1 at its place and 0 elsewhere.</summary>
    /// <param name="x">The classes.</param>
    /// <param name="numClasses">How many classes there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class is out of range.</exception>
    [Lowers(typeof(OneHotOp))]
    public static Tensor<long> OneHot(Tensor<long> x, int numClasses) => OneHotOp.Apply(x, numClasses);

    /// <summary>For each class a vector with 1 at its place and 0 elsewhere; there are as many classes as the largest says.</summary>
    public static Tensor<long> OneHot(Tensor<long> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return OneHotOp.Apply(x, (int)x.Max().Item() + 1);
    }

    /// <summary>Grids of coordinates: the i-th result varies along the i-th dim.</summary>
    /// <param name="tensors">Vectors.</param>
    public static Tensor[] Meshgrid(params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var shape = tensors.Select(t => t.Count).ToArray();
        return [.. tensors.Select((t, i) => t.View([.. Enumerable.Range(0, shape.Length).Select(d => d == i ? -1 : 1)]).Expand(shape))];
    }

    /// <summary>All combinations of an element of each vector, as rows; the last one varies fastest.</summary>
    public static Tensor CartesianProd(params Tensor[] tensors)
        => tensors is [var only] ? only : Stack(Meshgrid(tensors).Select(grid => grid.View(-1)), 1);

    /// <summary>Row and column numbers of the lower triangle of a matrix.</summary>
    /// <param name="row">Rows of the matrix.</param>
    /// <param name="col">Columns of the matrix.</param>
    /// <param name="offset">Which diagonal bounds it. Default: the main one.</param>
    public static Tensor<long> TrilIndices(int row, int col, int offset = 0)
        => Tensor<bool>.Ones(row, col).Tril(offset).Nonzero().Transpose(0, 1);

    /// <summary>Row and column numbers of the upper triangle of a matrix.</summary>
    /// <inheritdoc cref="TrilIndices"/>
    public static Tensor<long> TriuIndices(int row, int col, int offset = 0)
        => Tensor<bool>.Ones(row, col).Triu(offset).Nonzero().Transpose(0, 1);

    /// <summary>How often each number from 0 on occurs.</summary>
    /// <param name="x">Numbers that are not negative.</param>
    /// <param name="minlength">How long the result is at least. Default: 0.</param>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public static Tensor<long> Bincount(Tensor<long> x, int minlength = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        var largest = -1L;
        foreach (var value in x.AsSpan())
        {
            if (value < 0)
                throw new ArgumentException("bincount only supports 1-d non-negative integral inputs.", nameof(x));
            largest = Math.Max(largest, value);
        }

        var counts = Tensor<long>.Zeros(Math.Max(minlength, (int)largest + 1));
        foreach (var value in x.AsSpan())
            counts.AsWritableSpan()[(int)value]++;
        return counts;
    }

    /// <summary>How many elements lie in each of some ranges of equal width.</summary>
    /// <param name="x">The elements; those outside are not counted.</param>
    /// <param name="bins">How many ranges. Default: 100.</param>
    /// <param name="min">Where the first one begins. Where both ends are 0, the smallest and largest elements are taken.</param>
    /// <param name="max">Where the last one ends.</param>
    public static Tensor Histc(Tensor x, int bins = 100, double min = 0, double max = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        if (min == max && min == 0 && x.Count > 0)
            (min, max) = (x.Min().Item(), x.Max().Item());
        if (min == max)
            (min, max) = (min - 1, max + 1);
        var counts = Tensor.Zeros(bins);
        foreach (var value in x.AsSpan())
        {
            if (value >= min && value <= max)
                counts.AsWritableSpan()[Math.Min(bins - 1, (int)((value - min) / (max - min) * bins))]++;
        }

        return counts;
    }

    /// <summary>Where each value would be inserted into a sorted vector so that it stays sorted.</summary>
    /// <param name="sortedSequence">The sorted vector.</param>
    /// <param name="values">The values.</param>
    /// <param name="right">Whether behind equal elements. Default: before them.</param>
    public static Tensor<long> SearchSorted(Tensor sortedSequence, Tensor values, bool right = false)
    {
        ArgumentNullException.ThrowIfNull(sortedSequence);
        ArgumentNullException.ThrowIfNull(values);
        var sequence = sortedSequence.AsSpan();
        var places = Tensor<long>.Empty(values.Shape.Dims);
        for (var i = 0; i < values.Count; i++)
        {
            var value = values.AsSpan()[i];
            var (low, high) = (0, sequence.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (right ? sequence[middle] <= value : sequence[middle] < value)
                    low = middle + 1;
                else
                    high = middle;
            }

            places.AsWritableSpan()[i] = low;
        }

        return places;
    }

    /// <summary>In which range between sorted boundaries each element lies.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="boundaries">The boundaries.</param>
    /// <param name="right">Whether a range begins with its boundary. Default: it ends with it.</param>
    public static Tensor<long> Bucketize(Tensor x, Tensor boundaries, bool right = false) => SearchSorted(boundaries, x, right);

    /// <summary>The distance of each row of one matrix from each row of another one.</summary>
    /// <param name="a">Shape <c>*B, M, K</c>.</param>
    /// <param name="b">Shape <c>*B, N, K</c>.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <returns>Shape <c>*B, M, N</c>.</returns>
    public static Tensor Cdist(Tensor a, Tensor b, double p = 2)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return (a.Unsqueeze(-2) - b.Unsqueeze(-3)).Norm(p, -1);
    }

    /// <summary>The vector products along a dim of size 3.</summary>
    public static Tensor Cross(Tensor a, Tensor b, int dim = -1)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Size(dim) != 3 || b.Size(dim) != 3)
            throw new ShapeException($"inputs dimension {dim} must have length 3, got {a.Size(dim)} and {b.Size(dim)}");
        return (a.Roll(-1, dim) * b.Roll(-2, dim)) - (a.Roll(-2, dim) * b.Roll(-1, dim));
    }

    /// <summary>The Kronecker product of two matrices.</summary>
    public static Tensor Kron(Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Einsum("ij,kl->ikjl", a, b).View(a.Shape[0] * b.Shape[0], a.Shape[1] * b.Shape[1]);
    }

    /// <summary>Whether all elements of two tensors of one shape are close: <c>|a - b| &lt;= atol + rtol · |b|</c>.</summary>
    /// <param name="a">A tensor.</param>
    /// <param name="b">The other tensor.</param>
    /// <param name="rtol">Allowed distance relative to <paramref name="b"/>. Default: 1e-5.</param>
    /// <param name="atol">Allowed distance. Default: 1e-8.</param>
    /// <param name="equalNan">Whether NaN is close to NaN. Default: no.</param>
    public static bool AllClose(Tensor a, Tensor b, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
        => IsClose(a, b, rtol, atol, equalNan).All().Item();

    /// <summary>Whether each two elements are close, with broadcasting.</summary>
    /// <inheritdoc cref="AllClose"/>
    public static Tensor<bool> IsClose(Tensor a, Tensor b, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var isClose = a.Eq(b) | (b.IsFinite() & (a - b).Abs().Le((b.Abs() * rtol) + atol));
        return equalNan ? isClose | (a.IsNan() & b.IsNan()) : isClose;
    }

    /// <summary>Whether two tensors have one shape and the same elements.</summary>
    public static bool Equal(Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Shape == b.Shape && a.Eq(b).All().Item();
    }

    /// <inheritdoc cref="Equal(Tensor, Tensor)"/>
    public static bool Equal<T>(Tensor<T> a, Tensor<T> b)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Shape == b.Shape && a.Eq(b).All().Item();
    }
}
