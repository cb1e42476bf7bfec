using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>Rows of a matrix, those whose norm exceeds a limit scaled down to it: <c>max_norm</c> of PyTorch's embeddings.</summary>
internal readonly ref struct LimitedRows
{
    /// <summary>Added to the norm that rows are divided by, as in PyTorch.</summary>
    private const float NormEps = 1e-7f;

    private readonly ReadOnlySpan<float> _matrix;
    private readonly Span<float> _scaled;
    private readonly int _length;
    private readonly double _maxNorm;
    private readonly double _normType;

    /// <param name="matrix">The matrix.</param>
    /// <param name="scaled">Room for one row; what <see cref="this[long]"/> gave out before is lost.</param>
    /// <param name="maxNorm">The limit; null: none.</param>
    /// <param name="normType">Which p-norm.</param>
    public LimitedRows(ReadOnlySpan<float> matrix, Span<float> scaled, double? maxNorm, double normType)
    {
        _matrix = matrix;
        _scaled = scaled;
        _length = scaled.Length;
        _maxNorm = maxNorm ?? double.PositiveInfinity;
        _normType = normType;
    }

    /// <summary>A row, until the next one is asked for.</summary>
    public ReadOnlySpan<float> this[long row]
    {
        get
        {
            var values = _matrix.Slice((int)row * _length, _length);
            var scale = Scale(values);
            if (scale == 1)
                return values;
            TensorPrimitives.Multiply(values, scale, _scaled);
            return _scaled;
        }
    }

    /// <summary>Scales the rows of some indices in the matrix itself.</summary>
    /// <param name="table">The matrix.</param>
    /// <param name="rows">The indices.</param>
    /// <exception cref="ArgumentException">It is another matrix.</exception>
    public void Store(Span<float> table, ReadOnlySpan<long> rows)
    {
        if (!_matrix.Overlaps(table))
            throw new ArgumentException("rows are renormalised in the weight that they are looked up in: pass it as the table too.", nameof(table));
        foreach (var row in rows)
        {
            var values = table.Slice((int)row * _length, _length);
            if (Scale(values) is var scale and not 1)
                TensorPrimitives.Multiply(values, scale, values);
        }
    }

    private float Scale(ReadOnlySpan<float> row)
    {
        if (double.IsPositiveInfinity(_maxNorm))
            return 1;
        var norm = Norm(row);
        return norm > _maxNorm ? (float)(_maxNorm / (norm + NormEps)) : 1;
    }

    private double Norm(ReadOnlySpan<float> row)
    {
        if (_normType == 2)
            return MathF.Sqrt(TensorPrimitives.SumOfSquares(row));
        if (double.IsPositiveInfinity(_normType))
            return row.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(row));
        var sum = 0.0;
        foreach (var value in row)
            sum += Math.Pow(Math.Abs(value), _normType);
        return Math.Pow(sum, 1 / _normType);
    }
}
