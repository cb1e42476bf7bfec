namespace NnGen.Kernels;

/// <summary>
/// The masks of an attention of several heads, made one of numbers that are added to the scores: of keys that are padding, and of
/// pairs of query and key. Either holds flags of what is hidden, or numbers. Keys that are added are seen by all.
/// </summary>
internal readonly ref struct MultiheadMask
{
    private readonly MultiheadSizes _sizes;
    private readonly ReadOnlySpan<bool> _padding;
    private readonly ReadOnlySpan<float> _paddingValues;
    private readonly ReadOnlySpan<bool> _pairs;
    private readonly ReadOnlySpan<float> _pairValues;

    /// <param name="sizes">The sizes.</param>
    /// <param name="padding">[samples, keys], or absent.</param>
    /// <param name="paddingValues">The same as numbers, or absent.</param>
    /// <param name="pairs">[queries, keys] or [samples · heads, queries, keys], or absent.</param>
    /// <param name="pairValues">The same as numbers, or absent.</param>
    public MultiheadMask(
        MultiheadSizes sizes,
        ReadOnlySpan<bool> padding,
        ReadOnlySpan<float> paddingValues,
        ReadOnlySpan<bool> pairs,
        ReadOnlySpan<float> pairValues)
    {
        _sizes = sizes;
        _padding = padding;
        _paddingValues = paddingValues;
        _pairs = pairs;
        _pairValues = pairValues;
    }

    /// <summary>How many numbers the mask takes; 0 where there is none.</summary>
    public int Length => HasPadding || HasPairs ? Masks * Rows * _sizes.AllKeys : 0;

    private bool HasPadding => !_padding.IsAbsent() || !_paddingValues.IsAbsent();

    private bool HasPairs => !_pairs.IsAbsent() || !_pairValues.IsAbsent();

    private int PairLength => _pairs.IsAbsent() ? _pairValues.Length : _pairs.Length;

    private bool IsPerHead => HasPairs && PairLength != _sizes.Queries * _sizes.Keys;

    private int Rows => HasPairs ? _sizes.Queries : 1;

    private int Masks => IsPerHead ? _sizes.Batch * _sizes.Heads : HasPadding ? _sizes.Batch : 1;

    /// <summary>Refuses masks whose sizes are not those of the attention.</summary>
    /// <exception cref="ArgumentException">A mask has another size.</exception>
    public void Validate()
    {
        if (IsPerHead && PairLength != _sizes.Batch * _sizes.Heads * _sizes.Queries * _sizes.Keys)
        {
            throw new ArgumentException(
                $"The shape of the 3D attn_mask should be [{_sizes.Batch * _sizes.Heads}, {_sizes.Queries}, {_sizes.Keys}], but it has {PairLength} elements.",
                "attnMask");
        }
    }

    /// <summary>Writes the mask.</summary>
    /// <param name="values">Room for as many numbers as it takes.</param>
    /// <returns>Its shape: samples, heads, queries and keys, 1 for dims that it is the same for.</returns>
    public Shape Write(Span<float> values)
    {
        for (var mask = 0; mask < Masks; mask++)
        {
            for (var row = 0; row < Rows; row++)
                WriteRow(mask, row, values.Slice(((mask * Rows) + row) * _sizes.AllKeys, _sizes.AllKeys));
        }

        return new[] { IsPerHead || HasPadding ? _sizes.Batch : 1, IsPerHead ? _sizes.Heads : 1, Rows, _sizes.AllKeys };
    }

    /// <summary>Sums the gradient of the mask to those of the numbers that it was made from.</summary>
    /// <param name="dmask">Gradient of the mask.</param>
    /// <param name="dpadding">Gradient of the numbers for keys.</param>
    /// <param name="dpairs">Gradient of the numbers for pairs.</param>
    public void SumGradients(ReadOnlySpan<float> dmask, Gradient dpadding, Gradient dpairs)
    {
        dpadding.Begin();
        dpairs.Begin();
        for (var mask = 0; mask < Masks; mask++)
        {
            for (var row = 0; row < Rows; row++)
            {
                var from = dmask.Slice(((mask * Rows) + row) * _sizes.AllKeys, _sizes.Keys);
                var pair = dpairs.Row((IsPerHead ? mask * _sizes.Queries : 0) + row, _sizes.Keys);
                var padding = dpadding.Row(IsPerHead ? mask / _sizes.Heads : mask, _sizes.Keys);
                for (var key = 0; key < from.Length; key++)
                {
                    if (!pair.IsEmpty)
                        pair[key] += from[key];
                    if (!padding.IsEmpty)
                        padding[key] += from[key];
                }
            }
        }
    }

    private void WriteRow(int mask, int row, Span<float> target)
    {
        target.Clear();
        var pair = ((IsPerHead ? mask * _sizes.Queries : 0) + row) * _sizes.Keys;
        var padding = (IsPerHead ? mask / _sizes.Heads : mask) * _sizes.Keys;
        for (var key = 0; key < _sizes.Keys; key++)
        {
            if (!_pairs.IsAbsent() && _pairs[pair + key])
                target[key] = float.NegativeInfinity;
            if (!_pairValues.IsAbsent())
                target[key] += _pairValues[pair + key];
            if (!_padding.IsAbsent() && _padding[padding + key])
                target[key] = float.NegativeInfinity;
            if (!_paddingValues.IsAbsent())
                target[key] += _paddingValues[padding + key];
        }
    }
}
