namespace NnGen.Kernels;

/// <summary>The blocks of columns and of k that a product is computed in, one after the other, each with its tiles yet to be divided.</summary>
internal readonly struct ProductBlocks
{
    /// <summary>Longest block of k: a panel of it stays in the second-level cache.</summary>
    private const int MaxBlockK = 512;

    /// <summary>Most columns packed at a time.</summary>
    private const int MaxBlockN = 2048;

    /// <summary>Elements of a second operand beyond which it is packed, once there are rows enough to pay for it.</summary>
    private const long LargeOperand = 1 << 17;
    private const int RowsWorthPacking = 64;

    private readonly Product _product;
    private readonly Split _k;
    private readonly Split _columns;
    private readonly bool _packAll;

    public ProductBlocks(in Product product)
    {
        _product = product;
        _packAll = product.TransB || (product.M >= RowsWorthPacking && (long)product.N * product.K > LargeOperand);
        _k = Split.By(product.K, MaxBlockK);
        _columns = Split.By(product.N, _packAll ? MaxBlockN : int.MaxValue);
    }

    public int Count => _columns.Pieces * _k.Pieces;

    /// <summary>Length of the packed panels of all blocks.</summary>
    public long PackedLength
    {
        get
        {
            long length = 0;
            for (int block = 0; block < Count; block++) length += this[block].PackedLength;
            return length;
        }
    }

    /// <summary>The most that the packed panels of a block take.</summary>
    public long LongestPacked
    {
        get
        {
            long length = 0;
            for (int columns = 0; columns < _columns.Pieces; columns++) length = Math.Max(length, PanelsOf(columns).PackedLength(_k.Longest));
            return length;
        }
    }

    /// <summary>A block: those of k follow each other.</summary>
    public TileJob this[int block]
    {
        get
        {
            int k = block % _k.Pieces;
            return new()
            {
                Product = _product,
                Panels = PanelsOf(block / _k.Pieces),
                FirstK = _k.Start(k),
                LengthK = _k.Start(k + 1) - _k.Start(k),
            };
        }
    }

    private Panels PanelsOf(int columns)
    {
        int first = Aligned(_columns.Start(columns));
        int end = columns + 1 == _columns.Pieces ? _product.N : Aligned(_columns.Start(columns + 1));
        return new(first, end - first, _packAll);
    }

    /// <summary>Blocks of columns begin at whole cache lines.</summary>
    private static int Aligned(int column) => column / Cache.Line * Cache.Line;
}
