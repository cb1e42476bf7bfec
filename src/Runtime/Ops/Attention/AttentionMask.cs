namespace NnGen.Kernels;

/// <summary>
/// The mask of an attention, broadcast to [batch, queries, keys]: numbers that are added to the scores, or flags of the scores that
/// count.
/// </summary>
internal readonly unsafe struct AttentionMask
{
    private readonly float* _values;
    private readonly bool* _flags;
    private readonly Shape _batch;
    private readonly Shape _mask;
    private readonly int _rowStep;
    private readonly int _columnStep;

    /// <param name="values">The numbers, or null.</param>
    /// <param name="flags">The flags, or null.</param>
    /// <param name="query">Shape of the queries.</param>
    /// <param name="mask">Shape of the mask.</param>
    public AttentionMask(float* values, bool* flags, Shape query, Shape mask)
    {
        _values = values;
        _flags = flags;
        _batch = query;
        _mask = mask;
        if (IsAbsent)
            return;
        var columns = mask.Rank > 0 ? mask[^1] : 1;
        _columnStep = columns == 1 ? 0 : 1;
        _rowStep = mask.Rank < 2 || mask[^2] == 1 ? 0 : columns;
    }

    /// <summary>Whether there is none.</summary>
    public bool IsAbsent => _values == null && _flags == null;

    /// <summary>Applies it to scores.</summary>
    /// <param name="scores">Rows of scores.</param>
    /// <param name="batch">Which product they belong to.</param>
    /// <param name="firstRow">Query of the first row.</param>
    /// <param name="keys">Length of a row.</param>
    public void Apply(Span<float> scores, int batch, int firstRow, int keys)
    {
        if (IsAbsent)
            return;
        var offset = Offset(batch);
        for (var row = 0; row * keys < scores.Length; row++)
        {
            var start = offset + ((long)(firstRow + row) * _rowStep);
            var target = scores.Slice(row * keys, keys);
            for (var j = 0; j < keys; j++)
            {
                var at = start + (j * _columnStep);
                if (_values != null)
                    target[j] += _values[at];
                else if (!_flags[at])
                    target[j] = float.NegativeInfinity;
            }
        }
    }

    /// <summary>Adds the gradients of scores to those of the mask.</summary>
    public void AddGradient(ReadOnlySpan<float> dscores, float* dmask, int batch, int firstRow, int keys)
    {
        var offset = Offset(batch);
        for (var row = 0; row * keys < dscores.Length; row++)
        {
            var start = offset + ((long)(firstRow + row) * _rowStep);
            for (var j = 0; j < keys; j++)
                dmask[start + (j * _columnStep)] += dscores[(row * keys) + j];
        }
    }

    /// <summary>Where the part of one product begins.</summary>
    private long Offset(int batch)
    {
        long offset = 0;
        long stride = 1;
        for (var d = 1; d <= _mask.Rank; d++)
        {
            if (d > 2)
            {
                var size = _batch[^d];
                offset += _mask[^d] == 1 ? 0 : batch % size * stride;
                batch /= size;
            }

            stride *= _mask[^d];
        }

        return offset;
    }
}
