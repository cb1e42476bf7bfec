namespace NnGen.Kernels;

/// <summary>
/// The lines along one dim, cut into parts of a job. Where the dim is the innermost, vectors run along a line; elsewhere they
/// run across neighbouring lines, a block of them at a time.
/// </summary>
internal readonly struct Lines
{
    /// <summary>Lines side by side that are worked on together: a multiple of every vector's lanes.</summary>
    private const int BlockLength = 64;

    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 8192;

    private readonly int _blocksInRow;
    private readonly int _blocks;

    /// <param name="axis">The dim.</param>
    public Lines(Axis axis)
    {
        Axis = axis;
        _blocksInRow = axis.Inner == 1 ? 1 : (axis.Inner + BlockLength - 1) / BlockLength;
        _blocks = axis.Outer * _blocksInRow;
        Parts = (int)Math.Clamp(Math.Min((long)axis.Lines * axis.Size / PartLength, _blocks), 1, Threads.MaxCount);
    }

    /// <summary>The dim.</summary>
    public Axis Axis { get; }

    /// <summary>Parts of a job.</summary>
    public int Parts { get; }

    /// <summary>First block of a part; that of part <see cref="Parts"/> is the end.</summary>
    public int FirstBlock(int part) => (int)((long)_blocks * part / Parts);

    /// <summary>Number of the first line of a block: outer index times inner size, plus inner index.</summary>
    public int FirstLine(int block) => (block / _blocksInRow * Axis.Inner) + (block % _blocksInRow * BlockLength);

    /// <summary>Where the first line of a block begins.</summary>
    public int Start(int block) => (block / _blocksInRow * Axis.Size * Axis.Inner) + (block % _blocksInRow * BlockLength);

    /// <summary>Lines of a block.</summary>
    public int Count(int block) => Math.Min(BlockLength, Axis.Inner - (block % _blocksInRow * BlockLength));
}
