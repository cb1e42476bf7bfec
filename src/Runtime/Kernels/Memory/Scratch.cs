namespace NnGen.Kernels;

/// <summary>
/// Working memory of a kernel on the current thread: rented for the length of a method and returned by
/// <see cref="Dispose"/>, in any number at a time. A thread keeps its blocks, so that a repeated computation allocates nothing.
/// </summary>
internal readonly unsafe ref struct Scratch
{
    [ThreadStatic]
    private static Block? t_first;

    private readonly Block _block;

    private Scratch(Block block) => _block = block;

    /// <summary>The memory, 64-byte aligned, of undefined content.</summary>
    public float* Pointer => (float*)_block.Memory.Pointer;

    /// <summary>The first floats of the memory.</summary>
    public Span<float> Span(int count) => new(Pointer, count);

    /// <summary>The first integers of the memory.</summary>
    public Span<int> Integers(int count) => new(Pointer, count);

    /// <summary>The first doubles of the memory, each of which takes the room of two floats.</summary>
    public Span<double> Doubles(int count) => new(Pointer, count);

    /// <summary>Rents room for at least <paramref name="count"/> floats: the smallest free block that fits, else a free one grown.</summary>
    public static Scratch Rent(long count)
    {
        long bytes = count * sizeof(float);
        Block? best = null;
        for (Block? block = t_first; block is not null; block = block.Next)
        {
            if (!block.IsRented && (best is null || IsBetter(block.Memory.Bytes, best.Memory.Bytes, bytes))) best = block;
        }

        if (best is null) t_first = best = new Block(bytes, t_first);
        else best.Grow(bytes);
        best.IsRented = true;
        return new Scratch(best);
    }

    public void Dispose() => _block.IsRented = false;

    private static bool IsBetter(long size, long other, long wanted)
        => size >= wanted ? other < wanted || size < other : other < wanted && size > other;

    private sealed class Block(long bytes, Block? next)
    {
        public AlignedMemory Memory { get; private set; } = new(bytes);

        public Block? Next { get; } = next;

        public bool IsRented { get; set; }

        public void Grow(long wanted)
        {
            if (Memory.Bytes >= wanted) return;
            Memory.Dispose();
            Memory = new AlignedMemory(wanted);
        }
    }
}
