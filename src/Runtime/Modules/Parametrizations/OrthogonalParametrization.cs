using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Orthogonal matrices from free numbers, as torch.nn.utils.parametrizations.orthogonal computes them.</summary>
internal sealed class OrthogonalParametrization(Shape shape, OrthogonalMap map, bool useTrivialization) : Parametrization
{
    private Tensor? _base;

    /// <inheritdoc/>
    public override Tensor Compute(IReadOnlyList<Tensor> originals, bool training)
    {
        var x = originals[0];
        var isWide = x.Shape[^2] < x.Shape[^1];
        if (isWide)
            x = x.Transpose(-2, -1);
        var q = map == OrthogonalMap.Householder ? Reflections(x) : FromSkew(x);
        if (_base is not null)
            q = _base.MatMul(q);
        return isWide ? q.Transpose(-2, -1) : q;
    }

    /// <inheritdoc/>
    public override Tensor[] RightInverse(Tensor value)
    {
        if (value.Shape != shape)
            throw new ArgumentException($"Expected a matrix or batch of matrices of shape {shape}. Got a tensor of shape {value.Shape}.", nameof(value));
        var isWide = value.Shape[^2] < value.Shape[^1];
        var tall = isWide ? value.Transpose(-2, -1) : value.Detach();
        if (useTrivialization)
        {
            _base = Completed(tall);

            // Reflections take the diagonal as signs: with -1 their product over zeros is the identity.
            return [Diagonal(value.Shape, -1)];
        }

        if (map != OrthogonalMap.Householder)
        {
            throw new NotSupportedException(
                "It is not possible to assign to the matrix exponential or the Cayley parametrizations when useTrivialization is false.");
        }

        var reflectors = tall.Clone();
        foreach (var matrix in Matrices(reflectors))
            HouseholderReflectors.Decompose(reflectors.AsWritableSpan()[matrix], tall.Shape[^2], tall.Shape[^1]);
        return [isWide ? reflectors.Transpose(-2, -1) : reflectors];
    }

    /// <inheritdoc/>
    public override void VisitAsHook(MemberVisitor visitor, string key, IReadOnlyList<Parameter> originals)
        => throw new NotSupportedException("Orthogonal weights are no hook of a module.");

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        if (useTrivialization)
            visitor.Buffer("base", _base, persistent: true);
    }

    /// <summary>The ranges of elements of each matrix of a batch.</summary>
    private static IEnumerable<Range> Matrices(Tensor batch)
    {
        var size = batch.Shape[^2] * batch.Shape[^1];
        for (var start = 0; start < batch.Count; start += size)
            yield return start..(start + size);
    }

    private static Tensor Diagonal(Shape shape, float value)
    {
        var result = Tensor.Zeros(shape);
        foreach (var matrix in Matrices(result))
        {
            for (var i = 0; i < Math.Min(shape[^2], shape[^1]); i++)
                result.AsWritableSpan()[matrix][(i * shape[^1]) + i] = value;
        }

        return result;
    }

    /// <summary>Tall matrices, orthogonalized where they are not, with columns drawn to make them square.</summary>
    private static Tensor Completed(Tensor tall)
    {
        var (n, k) = (tall.Shape[^2], tall.Shape[^1]);
        if (n == k && IsOrthogonal(tall))
            return tall.Clone();
        var square = n == k ? tall.Clone() : F.Cat([tall, Tensor.Randn([.. tall.Shape.ToArray()[..^1], n - k])], -1);
        foreach (var matrix in Matrices(square))
            Orthonormal.Orthogonalize(square.AsWritableSpan()[matrix], n, n);
        return square;
    }

    private static bool IsOrthogonal(Tensor q)
    {
        var tolerance = 10.0 * q.Shape[^2] * 1.1920928955078125e-07;
        return F.AllClose(q.Transpose(-2, -1).MatMul(q), Diagonal(q.Shape, 1), atol: tolerance);
    }

    /// <summary>By way of a skew-symmetric matrix, of which the tall one gives the columns that it has.</summary>
    private Tensor FromSkew(Tensor x)
    {
        var (n, k) = (x.Shape[^2], x.Shape[^1]);
        x = x.Tril();
        if (n != k)
            x = F.Cat([x, Tensor.Zeros([.. x.Shape.ToArray()[..^1], n - k])], -1);
        var skew = x - x.Transpose(-2, -1);
        var identity = Tensor.Eye(n);
        var q = map == OrthogonalMap.MatrixExp
            ? MatrixExponential.Of(skew)
            : SolveOp.Apply(identity - (skew * 0.5f), identity + (skew * 0.5f));
        return n == k ? q : q.Narrow(-1, 0, k);
    }

    /// <summary>The product of the reflections whose vectors stand below the diagonal, times the signs on it.</summary>
    private static Tensor Reflections(Tensor x)
    {
        var (n, k) = (x.Shape[^2], x.Shape[^1]);
        var below = x.Tril(-1);
        var scales = 2f / (1f + (below * below).Sum(-2, keepDim: true));
        var vectors = below + Diagonal([n, k], 1);
        var q = Diagonal([n, k], 1);
        for (var i = k - 1; i >= 0; i--)
        {
            var vector = vectors.Narrow(-1, i, 1);
            q -= (scales.Narrow(-1, i, 1) * vector).MatMul(vector.Transpose(-2, -1).MatMul(q));
        }

        return q * Signs(x);
    }

    /// <summary>The diagonals without a fraction, as rows: [*, 1, k]. No gradient flows to them.</summary>
    private static Tensor Signs(Tensor x)
    {
        var (n, k) = (x.Shape[^2], x.Shape[^1]);
        var signs = Tensor.Zeros([.. x.Shape.ToArray()[..^2], 1, k]);
        var target = signs.AsWritableSpan();
        for (var i = 0; i < target.Length; i++)
            target[i] = MathF.Truncate(x.AsSpan()[(i / k * n * k) + (i % k * k) + (i % k)]);
        return signs;
    }
}
