namespace NnGen.Kernels;

/// <summary>The columns of a block, cut into panels of at most as many vectors as a tile has.</summary>
internal readonly struct Panels
{
    private readonly int _lanes;
    private readonly int _columns;
    private readonly Split _vectors;

    /// <param name="firstColumn">First column of the block.</param>
    /// <param name="columns">Columns of the block.</param>
    /// <param name="packAll">Whether all panels are packed, or only a last one that is no whole number of vectors.</param>
    public Panels(int firstColumn, int columns, bool packAll)
    {
        _lanes = Simd.Width;
        _columns = columns;
        FirstColumn = firstColumn;
        _vectors = Split.By((columns + _lanes - 1) / _lanes, TileShape.MaxVectors(_lanes));
        FirstPacked = packAll ? 0 : columns % _lanes != 0 ? Count - 1 : Count;
    }

    public int FirstColumn { get; }

    public int Count => _vectors.Pieces;

    /// <summary>The first panel that is packed; those behind it are too.</summary>
    public int FirstPacked { get; }

    /// <summary>First column of a panel within the block.</summary>
    public int Start(int panel) => _vectors.Start(panel) * _lanes;

    /// <summary>Vectors of a panel.</summary>
    public int Vectors(int panel) => _vectors.Start(panel + 1) - _vectors.Start(panel);

    /// <summary>Columns of a panel; the last may have fewer than its vectors hold.</summary>
    public int Columns(int panel) => Math.Min(_columns, Start(panel + 1)) - Start(panel);

    /// <summary>Where a packed panel begins.</summary>
    public long PackedStart(int panel, int k) => (long)(Start(panel) - Start(FirstPacked)) * k;

    /// <summary>Length of all packed panels.</summary>
    public long PackedLength(int k) => PackedStart(Count, k);
}
