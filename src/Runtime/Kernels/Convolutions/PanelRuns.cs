namespace NnGen.Kernels;

/// <summary>Places beside each other in one row.</summary>
/// <param name="Cell">The first cell of the grid.</param>
/// <param name="Column">Where they lie in a panel.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Target">Where the first is written.</param>
internal readonly record struct PanelRun(int Cell, int Column, int Length, nint Target);

/// <summary>The places that panels hold, one panel after the other: cells as they lie in the grid, those of gaps too, or only places that are asked for.</summary>
internal unsafe struct PanelRuns
{
    private readonly Grid _grid;
    private readonly Lattice _lattice;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int _planes;
    private int _column;
    private int _row;
    private int _plane;
    private int _sample;

    /// <param name="grid">The grid that is read.</param>
    /// <param name="lattice">Where the places are written.</param>
    /// <param name="isPacked">Whether the panels hold only places that are asked for.</param>
    public PanelRuns(in Grid grid, in Lattice lattice, bool isPacked)
    {
        (_grid, _lattice) = (grid, lattice);
        _columns = isPacked ? lattice.Columns.Count : grid.Columns.Cells;
        _rows = isPacked ? lattice.Rows.Count : grid.Rows.Cells;
        _planes = isPacked ? lattice.Planes.Count : grid.Planes.Cells;
    }

    /// <summary>Columns of all panels.</summary>
    public readonly int Columns => _grid.Samples * _planes * _rows * _columns;

    /// <summary>Goes to a column.</summary>
    public void MoveTo(int column)
    {
        var row = column / Math.Max(1, _columns);
        var plane = row / Math.Max(1, _rows);
        _column = column - (row * _columns);
        _row = row - (plane * _rows);
        _sample = plane / Math.Max(1, _planes);
        _plane = plane - (_sample * _planes);
    }

    /// <summary>Lists the runs of the next columns.</summary>
    /// <param name="width">How many columns a panel has.</param>
    /// <param name="runs">The runs, at most <paramref name="width"/>.</param>
    /// <returns>How many there are.</returns>
    public int Next(int width, PanelRun* runs)
    {
        var count = 0;
        for (var at = 0; at < width && _sample < _grid.Samples;)
        {
            var length = Math.Min(_columns - _column, width - at);
            var wanted = Math.Min(length, _lattice.Columns.Count - _column);
            if (wanted > 0 && _row < _lattice.Rows.Count && _plane < _lattice.Planes.Count)
            {
                var cell = (_sample * _grid.SampleStep) + (_plane * _grid.PlaneStep) + (_row * _grid.Columns.Cells) + _column;
                runs[count++] = new PanelRun(cell, at, wanted, _lattice.Row(_sample, _plane, _row) + ((nint)_column * _lattice.Columns.Step));
            }

            at += length;
            _column += length;
            if (_column == _columns)
                NextRow();
        }

        return count;
    }

    private void NextRow()
    {
        _column = 0;
        if (++_row < _rows)
            return;
        _row = 0;
        if (++_plane < _planes)
            return;
        _plane = 0;
        _sample++;
    }
}
