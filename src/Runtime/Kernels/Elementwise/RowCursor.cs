using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Walks over the rows of a broadcast result and knows where each input's row begins.</summary>
internal ref struct RowCursor
{
    private readonly BroadcastLayout? _layout;
    private readonly Span<int> _index;

    /// <param name="layout">The layout; null: one row, which is everything.</param>
    /// <param name="row">The first row.</param>
    /// <param name="index">Memory for the position: one int for each dimension above the rows.</param>
    public RowCursor(BroadcastLayout? layout, int row, Span<int> index)
    {
        _layout = layout;
        _index = index;
        if (layout is null) return;
        for (int d = layout.OuterRank - 1; d >= 0; d--)
        {
            index[d] = row % layout.Size(d);
            row /= layout.Size(d);
        }
    }

    /// <summary>Where the row begins in an input.</summary>
    public readonly int OffsetOf(int input)
    {
        int offset = 0;
        for (int d = 0; d < _index.Length; d++) offset += _index[d] * _layout!.Stride(input, d);
        return offset;
    }

    public readonly void MoveNext()
    {
        for (int d = _index.Length - 1; d >= 0; d--)
        {
            if (++_index[d] < _layout!.Size(d)) return;
            _index[d] = 0;
        }
    }
}
