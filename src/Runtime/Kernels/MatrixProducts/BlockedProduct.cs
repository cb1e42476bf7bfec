namespace NnGen.Kernels;

/// <summary>
/// Products in tiles: the columns are cut into panels of a few vectors, the rows into tiles, and k into blocks whose panels fit
/// into the cache. A panel is packed where it could not be read as it lies: a transposed operand, a last panel that is no whole
/// number of vectors, and operands too large for the cache.
/// </summary>
internal static unsafe class BlockedProduct
{
    /// <summary>Longest block of k: a panel of it stays in the second-level cache.</summary>
    private const int MaxBlockK = 512;

    /// <summary>Most columns packed at a time.</summary>
    private const int MaxBlockN = 2048;

    /// <summary>Elements of a second operand beyond which it is packed, once there are rows enough to pay for it.</summary>
    private const long LargeOperand = 1 << 17;
    private const int RowsWorthPacking = 64;

    public static void Multiply(ref Product product)
    {
        bool packAll = product.TransB || (product.M >= RowsWorthPacking && (long)product.N * product.K > LargeOperand);
        Split blocksK = Split.By(product.K, MaxBlockK);
        Split blocksN = Split.By(product.N, packAll ? MaxBlockN : int.MaxValue);
        for (int blockN = 0; blockN < blocksN.Pieces; blockN++)
        {
            int firstColumn = Aligned(blocksN.Start(blockN));
            int columns = (blockN + 1 == blocksN.Pieces ? product.N : Aligned(blocksN.Start(blockN + 1))) - firstColumn;
            Panels panels = new(firstColumn, columns, packAll);
            using Scratch packed = Scratch.Rent(panels.PackedLength(MaxLength(blocksK)));
            for (int blockK = 0; blockK < blocksK.Pieces; blockK++)
            {
                int k = blocksK.Start(blockK);
                TileJob tiles = new()
                {
                    Product = product,
                    Panels = panels,
                    Packed = packed.Pointer,
                    FirstK = k,
                    LengthK = blocksK.Start(blockK + 1) - k,
                };
                Pack(tiles);
                tiles.Divide();
                Threads.Run(tiles.Parts, ref tiles);
            }
        }
    }

    private static void Pack(in TileJob tiles)
    {
        if (tiles.Panels.FirstPacked == tiles.Panels.Count) return;
        PackJob job = new() { Tiles = tiles };
        Threads.Run(job.Parts, ref job);
    }

    /// <summary>Blocks of columns begin at whole cache lines.</summary>
    private static int Aligned(int column) => column / 16 * 16;

    private static int MaxLength(Split split) => (split.Length + split.Pieces - 1) / split.Pieces;
}
