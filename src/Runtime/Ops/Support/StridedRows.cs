namespace NnGen.Kernels;

/// <summary>
/// Walks two pieces of memory together: one contiguous, in row-major order, the other with any strides, 0 where its elements
/// are repeated. Adjacent dims are merged where both allow it, and the innermost dim is handed out as a row.
/// </summary>
internal ref struct StridedRows
{
    private readonly Span<int> _sizes;
    private readonly Span<int> _strides;
    private readonly Span<int> _index;
    private bool _isStarted;
    private bool _isEmpty;

    /// <param name="sizes">Sizes of the dims.</param>
    /// <param name="strides">For each dim, how far its elements lie apart in the strided memory.</param>
    /// <param name="buffer">Room for <see cref="BufferLength"/> numbers.</param>
    public StridedRows(ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, Span<int> buffer)
    {
        var mergedSizes = buffer[..sizes.Length];
        var mergedStrides = buffer.Slice(sizes.Length, sizes.Length);
        var rank = 0;
        for (var d = 0; d < sizes.Length; d++)
        {
            _isEmpty |= sizes[d] == 0;
            if (sizes[d] == 1)
                continue;
            if (rank > 0 && mergedStrides[rank - 1] == strides[d] * sizes[d])
            {
                mergedSizes[rank - 1] *= sizes[d];
                mergedStrides[rank - 1] = strides[d];
                continue;
            }

            mergedSizes[rank] = sizes[d];
            mergedStrides[rank++] = strides[d];
        }

        RowLength = rank > 0 ? mergedSizes[rank - 1] : 1;
        RowStride = rank > 0 ? mergedStrides[rank - 1] : 1;
        _sizes = mergedSizes[..Math.Max(0, rank - 1)];
        _strides = mergedStrides[.._sizes.Length];
        _index = buffer.Slice(2 * sizes.Length, _sizes.Length);
        _index.Clear();
    }

    /// <summary>Elements of a row.</summary>
    public int RowLength { get; }

    /// <summary>How far they lie apart in the strided memory.</summary>
    public int RowStride { get; }

    /// <summary>Where the row begins in the contiguous memory.</summary>
    public int Start { get; private set; }

    /// <summary>Where the row begins in the strided memory.</summary>
    public int Offset { get; private set; }

    /// <summary>Room needed for a rank.</summary>
    public static int BufferLength(int rank) => 3 * rank;

    /// <summary>Goes to the next row, or to the first.</summary>
    public bool MoveNext()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            return !_isEmpty;
        }

        for (var d = _sizes.Length - 1; d >= 0; d--)
        {
            Offset += _strides[d];
            if (++_index[d] < _sizes[d])
            {
                Start += RowLength;
                return true;
            }

            Offset -= _strides[d] * _sizes[d];
            _index[d] = 0;
        }

        return false;
    }
}
