namespace NnGen.Kernels;

/// <summary>
/// Products in tiles: the columns are cut into panels of a few vectors, the rows into tiles, and k into blocks whose panels fit
/// into the cache. A panel is packed where it could not be read as it lies: a transposed operand, a last panel that is no whole
/// number of vectors, and operands too large for the cache.
/// </summary>
internal static unsafe class BlockedProduct
{
    public static void Multiply(ref Product product)
    {
        ProductBlocks blocks = new(product);
        float* packedBefore = product.PackedB;
        using Scratch packed = Scratch.Rent(packedBefore == null ? blocks.LongestPacked : 0);
        for (int block = 0; block < blocks.Count; block++)
        {
            TileJob tiles = blocks[block];
            if (packedBefore != null)
            {
                tiles.Packed = packedBefore;
                packedBefore += tiles.PackedLength;
            }
            else
            {
                tiles.Packed = packed.Pointer;
                Pack(tiles);
            }

            tiles.Divide();
            Threads.Run(tiles.Parts, ref tiles);
        }
    }

    /// <summary>Packs the second operand of a product, all of which is packed, for any number of rows.</summary>
    public static void Pack(in Product product, float* target)
    {
        ProductBlocks blocks = new(product);
        for (int block = 0; block < blocks.Count; block++)
        {
            TileJob tiles = blocks[block];
            tiles.Packed = target;
            Pack(tiles);
            target += tiles.PackedLength;
        }
    }

    private static void Pack(in TileJob tiles)
    {
        if (tiles.PackedLength == 0) return;
        PackJob job = new() { Tiles = tiles };
        Threads.Run(job.Parts, ref job);
    }
}
