using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Lets the micro-kernel compute a tile straight into the result: its sums begin with the bias or with the result so far, and
/// end with the ReLU in registers. Tiles at the last column, whose vectors would reach beyond it, and the rarer epilogues pass
/// through a small buffer.
/// </summary>
internal readonly unsafe struct TileWriter<V>
    where V : struct, IVector<V>
{
    /// <summary>Floats of a row of the buffer: the most columns of a tile.</summary>
    private const int BufferRow = 64;

    /// <summary>Floats that a writer works with.</summary>
    public const int WorkspaceLength = (1 + TileShape.MaxRows) * BufferRow;

    private readonly Product _product;
    private readonly bool _isScaled;
    private readonly bool _continues;
    private readonly float* _bias;
    private readonly float* _reluResult;
    private readonly float _beta;
    private readonly float _floor;
    private readonly float* _zeros;
    private readonly float* _buffer;

    /// <param name="product">The product.</param>
    /// <param name="isFirst">Whether this is the first block of k: the result so far counts beta times.</param>
    /// <param name="isLast">Whether it is the last: the epilogue applies.</param>
    /// <param name="workspace">Zeros, <see cref="WorkspaceLength"/> of them.</param>
    public TileWriter(in Product product, bool isFirst, bool isLast, float* workspace)
    {
        _product = product;
        _beta = isFirst ? product.Beta : 1f;

        // A sum that can begin with what is added to it needs no second step.
        _isScaled = product.Alpha != 1f || product.Beta is not (0f or 1f) || (product.Beta == 1f && product.Bias != null);
        _continues = !_isScaled && _beta == 1f;
        _bias = (_isScaled ? isLast : isFirst) ? product.Bias : null;
        _reluResult = isLast ? product.ReluResult : null;
        _floor = isLast && product.Relu ? 0f : float.NegativeInfinity;
        _zeros = workspace;
        _buffer = workspace + BufferRow;
    }

    /// <summary>Computes one tile.</summary>
    /// <param name="operands">Its operands; where its sums begin and where they go is filled in.</param>
    /// <param name="row">First row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="column">First column.</param>
    /// <param name="columns">Number of columns, at most those of the vectors.</param>
    /// <param name="vectors">Vectors in a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(TileOperands* operands, int row, int rows, int column, int columns, int vectors)
    {
        nint position = row * _product.RowStepC + column;
        float* c = _product.C + position;
        operands->Init = _continues ? c : _bias != null && !_isScaled ? _bias + column : _zeros;
        operands->RowStepInit = _continues ? _product.RowStepC : 0;
        if (columns == vectors * V.Count && !_isScaled && _reluResult == null)
        {
            operands->C = c;
            operands->RowStepC = _product.RowStepC;
            operands->Floor = _floor;
            TileShape.Multiply<V>(rows, vectors, operands);
            return;
        }

        if (operands->Init != _zeros)
        {
            // Only the columns that there are may be read.
            for (int i = 0; i < (_continues ? rows : 1); i++)
                Copy(operands->Init + i * operands->RowStepInit, columns, _buffer + i * BufferRow);
            operands->Init = _buffer;
            operands->RowStepInit = _continues ? BufferRow : 0;
        }

        operands->C = _buffer;
        operands->RowStepC = BufferRow;
        operands->Floor = float.NegativeInfinity;
        TileShape.Multiply<V>(rows, vectors, operands);
        for (int i = 0; i < rows; i++) FinishRow(position + i * _product.RowStepC, column, columns, _buffer + i * BufferRow);
    }

    /// <summary>Fetches the result's lines of a full tile into the cache while the one before it is computed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int row, int rows, int column)
    {
        float* c = _product.C + row * _product.RowStepC + column;
        for (int i = 0; i < rows; i++)
        {
            Cache.Prefetch(c, BufferRow);
            c += _product.RowStepC;
        }
    }

    private static void Copy(float* source, int columns, float* target)
    {
        for (int j = 0; j < columns; j += V.Count)
        {
            V mask = V.FirstLanes(columns - j);
            V.Store(target + j, V.Load(source + j, mask));
        }
    }

    /// <summary>Applies what the micro-kernel could not to a row of the buffer and writes it to the result.</summary>
    private void FinishRow(nint position, int column, int columns, float* sums)
    {
        float* c = _product.C + position;
        for (int j = 0; j < columns; j += V.Count)
        {
            V mask = V.FirstLanes(columns - j);
            V value = V.Load(sums + j);
            if (_isScaled)
            {
                value *= V.Create(_product.Alpha);
                if (_beta != 0f) value = V.MultiplyAdd(V.Create(_beta), V.Load(c + j, mask), value);
                if (_bias != null) value += V.Load(_bias + column + j, mask);
            }

            value = V.Larger(V.Create(_floor), value);
            if (_reluResult != null)
                value = V.AndNot(value, V.LessThanOrEqual(V.Load(_reluResult + position + j, mask), V.Zero));
            V.Store(c + j, mask, value);
        }
    }
}
