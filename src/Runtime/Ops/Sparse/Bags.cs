namespace NnGen.Kernels;

/// <summary>Bags of indices: rows of a matrix, or parts of a list that begin at offsets.</summary>
internal readonly ref struct Bags
{
    private readonly ReadOnlySpan<long> _offsets;
    private readonly int _length;
    private readonly int _rowLength;

    /// <param name="input">The indices.</param>
    /// <param name="inputShape">Their shape.</param>
    /// <param name="offsets">Where bags begin, or absent.</param>
    /// <param name="count">Number of bags.</param>
    public Bags(ReadOnlySpan<long> input, Shape inputShape, ReadOnlySpan<long> offsets, int count)
    {
        _offsets = offsets;
        _length = input.Length;
        _rowLength = offsets.IsAbsent() ? inputShape[^1] : 0;
        Count = count;
    }

    /// <summary>Number of bags.</summary>
    public int Count { get; }

    /// <summary>Where a bag begins.</summary>
    public int Start(int bag) => _offsets.IsAbsent() ? bag * _rowLength : (int)_offsets[bag];

    /// <summary>Where a bag ends.</summary>
    public int End(int bag) => _offsets.IsAbsent() ? (bag + 1) * _rowLength : bag + 1 < _offsets.Length ? (int)_offsets[bag + 1] : _length;

    /// <summary>Refuses offsets that are out of order or out of range, and indices that are no row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is.</exception>
    public void Validate(ReadOnlySpan<long> input, int rows)
    {
        if (!_offsets.IsAbsent())
        {
            if (_offsets.Length > 0 && _offsets[0] != 0)
                throw new ArgumentOutOfRangeException("offsets", "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0.");
            for (var bag = 0; bag < _offsets.Length; bag++)
            {
                if (_offsets[bag] > _length || (bag > 0 && _offsets[bag] < _offsets[bag - 1]))
                    throw new ArgumentOutOfRangeException("offsets", $"offsets must ascend and can not be greater than input's length({_length}), but one is {_offsets[bag]}");
            }
        }

        foreach (var index in input)
        {
            if (index < 0 || index >= rows)
                throw new ArgumentOutOfRangeException(nameof(input), $"index out of range in self: {index}, and there are {rows} rows, 0 to {rows - 1}.");
        }
    }
}
