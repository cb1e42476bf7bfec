using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Computes the tiles of one block of columns and one of k, each part a range of rows or of panels.</summary>
internal unsafe struct TileJob : IJob
{
    /// <summary>Multiply-adds worth a thread of their own.</summary>
    private const long PartWork = 1 << 18;

    /// <summary>Columns of the second operand whose panels stay in the second-level cache while the tiles pass by.</summary>
    private const int CachedColumns = 256;

    /// <summary>Tiles whose rows stay there too while they pass by all columns.</summary>
    private const int CachedTiles = 16;

    /// <summary>Elements of a first operand whose columns are gathered from so far apart that interleaving them pays.</summary>
    private const int FarElements = 1 << 16;
    private const int ColumnsWorthInterleaving = 256;

    /// <summary>How far the rows of a tile are interleaved before the next: cache lines that they share are still at hand.</summary>
    private const int InterleavedAtATime = 16;

    public Product Product;
    public Panels Panels;
    public float* Packed;
    public int FirstK;
    public int LengthK;

    private int _rowTiles;
    private int _rowParts;
    private int _panelParts;

    public readonly int Parts => _rowParts * _panelParts;

    /// <summary>Length of the packed panels.</summary>
    public readonly long PackedLength => Panels.PackedLength(LengthK);

    private readonly bool IsFirst => FirstK == 0;

    private readonly bool IsLast => FirstK + LengthK == Product.K;

    private readonly bool Interleaves
        => Product.KStepA != 1 && Product.N >= ColumnsWorthInterleaving && (long)Product.M * LengthK > FarElements;

    /// <summary>Chooses the parts. Every element is computed alike in any of them, so the number of threads may decide.</summary>
    public void Divide()
    {
        _rowTiles = Split.By(Product.M, TileShape.MaxRows).Pieces;
        long work = (long)Product.M * Panels.Start(Panels.Count) * Math.Max(LengthK, 1);
        int parts = (int)Math.Clamp(work / PartWork, 1, Threads.Count == 1 ? 1 : 4 * Threads.Count);
        _rowParts = Math.Min(parts, _rowTiles);
        _panelParts = Math.Min((parts + _rowParts - 1) / _rowParts, Panels.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        float* workspace = stackalloc float[TileWriter<V>.WorkspaceLength];
        TileWriter<V> writer = new(Product, IsFirst, IsLast, workspace);
        bool interleaves = Interleaves;
        using Scratch interleaved = Scratch.Rent(interleaves ? CachedTiles * Packing.InterleavedLength(TileShape.MaxRows, LengthK) : 0);
        int rowPart = part % _rowParts;
        int panelPart = part / _rowParts;
        int firstPanel = Panels.Count * panelPart / _panelParts;
        int endPanel = Panels.Count * (panelPart + 1) / _panelParts;
        int panelsAtATime = CachedColumns / (TileShape.MaxVectors(V.Count) * V.Count);
        int endTile = new Split(_rowTiles, _rowParts).Start(rowPart + 1);
        for (int tile = new Split(_rowTiles, _rowParts).Start(rowPart); tile < endTile; tile += CachedTiles)
        {
            int end = Math.Min(tile + CachedTiles, endTile);
            ColumnsAhead ahead = default;
            if (interleaves)
            {
                Interleave(tile, end, interleaved.Pointer);
                ahead = Ahead(end, Math.Min(end + CachedTiles, endTile), (end - tile) * (endPanel - firstPanel));
            }

            for (int panel = firstPanel; panel < endPanel; panel += panelsAtATime)
            {
                for (int i = tile; i < end; i++)
                {
                    float* rows = interleaves ? InterleavedTile(i - tile, interleaved.Pointer) : null;
                    Multiply(writer, i, panel, Math.Min(panel + panelsAtATime, endPanel), rows, ref ahead);
                }
            }
        }
    }

    private readonly int FirstRow(int tile) => new Split(Product.M, _rowTiles).Start(tile);

    /// <summary>What is fetched of the tiles that are interleaved next while others are multiplied.</summary>
    private readonly ColumnsAhead Ahead(int firstTile, int endTile, int turns)
    {
        int row = FirstRow(firstTile);
        return new(Product.A + row + FirstK * Product.KStepA, Product.KStepA, FirstRow(endTile) - row, LengthK, turns);
    }

    private readonly float* InterleavedTile(int index, float* interleaved)
        => interleaved + index * Packing.InterleavedLength(TileShape.MaxRows, LengthK);

    private readonly void Interleave(int firstTile, int endTile, float* target)
    {
        for (int k = 0; k < LengthK; k += InterleavedAtATime)
        {
            int length = Math.Min(InterleavedAtATime, LengthK - k);
            for (int tile = firstTile; tile < endTile; tile++)
            {
                int row = FirstRow(tile);
                int rows = FirstRow(tile + 1) - row;
                float* source = Product.A + row + (FirstK + k) * Product.KStepA;
                Packing.Interleave(source, Product.KStepA, rows, length, InterleavedTile(tile - firstTile, target) + k * rows);
            }
        }
    }

    /// <summary>A tile passes by some panels: its rows stay in the first-level cache, and the result is written along its rows.</summary>
    private readonly void Multiply<V>(in TileWriter<V> writer, int tile, int firstPanel, int endPanel, float* interleaved, ref ColumnsAhead ahead)
        where V : struct, IVector<V>
    {
        int row = FirstRow(tile);
        int rows = FirstRow(tile + 1) - row;
        TileOperands operands = new()
        {
            K = LengthK,
            A = interleaved != null ? interleaved : Product.A + row * Product.RowStepA + FirstK * Product.KStepA,
            RowStep = interleaved != null ? 1 : Product.RowStepA,
            KStep = interleaved != null ? rows : Product.KStepA,
        };
        for (int panel = firstPanel; panel < endPanel; panel++)
        {
            int column = Panels.FirstColumn + Panels.Start(panel);
            int vectors = Panels.Vectors(panel);
            bool isPacked = panel >= Panels.FirstPacked;
            operands.B = isPacked
                ? Packed + Panels.PackedStart(panel, LengthK)
                : Product.B + FirstK * Product.RowStepB + column;
            operands.RowStepB = isPacked ? vectors * V.Count : Product.RowStepB;
            ahead.Fetch();
            if (panel + 1 < endPanel) writer.Prefetch(row, rows, column + vectors * V.Count);
            writer.Write(&operands, row, rows, column, Panels.Columns(panel), vectors);
        }
    }
}
