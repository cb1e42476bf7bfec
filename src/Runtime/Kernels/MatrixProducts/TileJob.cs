using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Computes the tiles of one block of columns and one of k, each part a range of rows or of panels.</summary>
internal unsafe struct TileJob : IJob
{
    /// <summary>Multiply-adds worth a thread of their own.</summary>
    private const long PartWork = 1 << 18;

    /// <summary>Elements of the first operand that stay in the cache while the panels pass by.</summary>
    private const int CachedElements = 1 << 16;

    /// <summary>Columns from which interleaving the first operand pays.</summary>
    private const int ColumnsWorthInterleaving = 256;

    public Product Product;
    public Panels Panels;
    public float* Packed;
    public int FirstK;
    public int LengthK;

    private int _rowTiles;
    private int _rowParts;
    private int _panelParts;

    public readonly int Parts => _rowParts * _panelParts;

    private readonly bool IsFirst => FirstK == 0;

    private readonly bool IsLast => FirstK + LengthK == Product.K;

    /// <summary>Whether rows a power of two apart would compete for the same cache lines, or columns be gathered from far apart.</summary>
    private readonly bool Interleaves
        => Product.N >= ColumnsWorthInterleaving && (Product.KStepA == 1
            ? Product.RowStepA % 512 == 0 && LengthK >= 256
            : (long)Product.M * LengthK > CachedElements);

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
        int tilesInCache = Math.Max(1, CachedElements / (TileShape.MaxRows * Math.Max(LengthK, 1)));
        using Scratch interleaved = Scratch.Rent(interleaves ? (long)tilesInCache * TileShape.MaxRows * LengthK : 0);
        int rowPart = part % _rowParts;
        int panelPart = part / _rowParts;
        int endPanel = Panels.Count * (panelPart + 1) / _panelParts;
        int endTile = new Split(_rowTiles, _rowParts).Start(rowPart + 1);
        for (int tile = new Split(_rowTiles, _rowParts).Start(rowPart); tile < endTile; tile += tilesInCache)
        {
            int end = Math.Min(tile + tilesInCache, endTile);
            if (interleaves) Interleave(tile, end, interleaved.Pointer);
            for (int panel = Panels.Count * panelPart / _panelParts; panel < endPanel; panel++)
                Multiply(writer, tile, end, panel, interleaves ? interleaved.Pointer : null);
        }
    }

    private readonly int FirstRow(int tile) => new Split(Product.M, _rowTiles).Start(tile);

    private readonly void Interleave(int tile, int end, float* target)
    {
        for (; tile < end; tile++)
        {
            int row = FirstRow(tile);
            int rows = FirstRow(tile + 1) - row;
            float* source = Product.A + row * Product.RowStepA + FirstK * Product.KStepA;
            Packing.Interleave(source, Product.RowStepA, Product.KStepA, rows, LengthK, target);
            target += (long)rows * LengthK;
        }
    }

    private readonly void Multiply<V>(in TileWriter<V> writer, int tile, int end, int panel, float* interleaved)
        where V : struct, IVector<V>
    {
        int column = Panels.FirstColumn + Panels.Start(panel);
        bool isPacked = panel >= Panels.FirstPacked;
        TileOperands operands = new()
        {
            K = LengthK,
            RowStep = Product.RowStepA,
            KStep = Product.KStepA,
            B = isPacked
                ? Packed + Panels.PackedStart(panel, LengthK)
                : Product.B + FirstK * Product.RowStepB + column,
            RowStepB = isPacked ? Panels.Vectors(panel) * V.Count : Product.RowStepB,
        };
        for (; tile < end; tile++)
        {
            int row = FirstRow(tile);
            int rows = FirstRow(tile + 1) - row;
            operands.A = Product.A + row * Product.RowStepA + FirstK * Product.KStepA;
            if (interleaved != null)
            {
                operands.A = interleaved;
                operands.RowStep = 1;
                operands.KStep = rows;
                interleaved += (long)rows * LengthK;
            }

            writer.Write(&operands, row, rows, column, Panels.Columns(panel), Panels.Vectors(panel));
        }
    }
}
