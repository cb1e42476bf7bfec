namespace NnGen.Kernels;

/// <summary>Goes through the rows of a tensor with borders, and says which row of the input stands in each.</summary>
internal ref struct BorderRows
{
    private readonly ReadOnlySpan<int> _input;
    private readonly ReadOnlySpan<int> _result;
    private readonly ReadOnlySpan<int> _sides;
    private readonly PaddingMode _mode;
    private readonly Span<int> _place;
    private readonly int _rows;
    private int _row;

    /// <param name="input">The input's shape.</param>
    /// <param name="result">The result's shape.</param>
    /// <param name="sides">Pairs (before, after), the last dim's first.</param>
    /// <param name="mode">What stands in the borders.</param>
    /// <param name="place">Room for a number of each dim, zeros.</param>
    public BorderRows(ReadOnlySpan<int> input, ReadOnlySpan<int> result, ReadOnlySpan<int> sides, PaddingMode mode, Span<int> place)
    {
        _input = input;
        _result = result;
        _mode = mode;
        _sides = sides;
        _place = place;
        _place.Clear();
        _rows = input.IsEmpty || result[^1] == 0 ? 0 : 1;
        for (var d = 0; d < result.Length - 1; d++)
            _rows *= result[d];
        _row = -1;
        Source = -1;
    }

    /// <summary>Elements of a row of the result.</summary>
    public readonly int Length => _result[^1];

    /// <summary>Where the row begins.</summary>
    public readonly int Start => _row * Length;

    /// <summary>Elements of a row of the input.</summary>
    public readonly int SourceLength => _input[^1];

    /// <summary>Where the input's row begins that stands in this one; -1 for constant borders.</summary>
    public int Source { get; private set; }

    /// <summary>Elements in front of each row of the input.</summary>
    public readonly int Before => _sides.IsEmpty ? 0 : _sides[0];

    /// <summary>The part of the row where the input's own elements stand.</summary>
    public readonly (int Start, int End) Inside
    {
        get
        {
            var start = Math.Clamp(Before, 0, Length);
            return (start, Math.Clamp(Before + SourceLength, start, Length));
        }
    }

    /// <summary>The element of the input's row that stands at a place of this one; -1 for constant borders.</summary>
    public readonly int ColumnOf(int index) => At(_input.Length - 1, index);

    /// <summary>Goes to the next row.</summary>
    public bool MoveNext()
    {
        if (++_row >= _rows)
            return false;
        if (_row > 0)
        {
            var d = _place.Length - 2;
            while (++_place[d] == _result[d])
                _place[d--] = 0;
        }

        Source = 0;
        for (var d = 0; d < _place.Length - 1 && Source >= 0; d++)
        {
            var at = At(d, _place[d]);
            Source = at < 0 ? -1 : (Source * _input[d]) + at;
        }

        if (Source >= 0)
            Source *= SourceLength;
        return true;
    }

    private readonly int At(int dim, int index)
    {
        var side = 2 * (_input.Length - 1 - dim);
        return side >= _sides.Length ? index : new WindowAxis(_input[dim], 1, 1, 1, 0, 1).Padded(index - _sides[side], _mode);
    }
}
