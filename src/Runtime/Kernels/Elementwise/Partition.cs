using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The fixed division of a pointwise result: rows are cut into segments, and consecutive segments form the parts of a job. It
/// depends on the shape alone, never on the number of threads, and so does every sum that follows it.
/// </summary>
internal readonly struct Partition
{
    /// <summary>Elements of a segment: a multiple of every vector's lanes, short enough to sum in one go.</summary>
    private const int SegmentLength = 2048;

    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 16384;

    private readonly int _rowLength;
    private readonly int _segmentsInRow;
    private readonly long _segments;

    /// <param name="layout">The layout; null: one row.</param>
    /// <param name="count">Elements of the result.</param>
    /// <param name="maxParts">Limit on the parts.</param>
    public Partition(BroadcastLayout? layout, int count, int maxParts)
    {
        _rowLength = layout?.RowLength ?? count;
        _segmentsInRow = (_rowLength + SegmentLength - 1) / SegmentLength;
        _segments = (long)(layout?.Rows ?? 1) * _segmentsInRow;
        Parts = (int)Math.Clamp(Math.Min(count / PartLength, _segments), 1, maxParts);
    }

    public int Parts { get; }

    /// <summary>First segment of a part; that of part <see cref="Parts"/> is the end.</summary>
    public long FirstSegment(int part) => _segments * part / Parts;

    public int RowOf(long segment) => (int)(segment / _segmentsInRow);

    /// <summary>Where a segment begins in its row.</summary>
    public int StartOf(long segment) => (int)(segment % _segmentsInRow) * SegmentLength;

    public int LengthOf(long segment) => Math.Min(SegmentLength, _rowLength - StartOf(segment));

    public int RowLength => _rowLength;
}
