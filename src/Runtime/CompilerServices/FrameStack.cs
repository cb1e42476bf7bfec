using NnGen.Kernels;

namespace NnGen.CompilerServices;

/// <summary>
/// Memory of one pass for what has no place in its frame: the turns of loops of which only the call knows how many there are. Blocks
/// never move, and stay until the next pass begins; that one uses the same memory again.
/// </summary>
internal sealed unsafe class FrameStack : IDisposable
{
    private const long SmallestSegment = 1 << 16;

    private readonly List<AlignedMemory> _segments = [];
    private int _current;
    private long _used;

    /// <summary>Size of all memory in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>A block, 64-byte aligned.</summary>
    public byte* Push(int bytes)
    {
        var size = (bytes + (AlignedMemory.Alignment - 1L)) & -AlignedMemory.Alignment;
        while (_current < _segments.Count && _used + size > _segments[_current].Bytes)
        {
            _current++;
            _used = 0;
        }

        if (_current == _segments.Count)
        {
            // Each segment is as large as all before: a pass of many turns makes few.
            var segment = new AlignedMemory(Math.Max(size, Math.Max(SmallestSegment, Bytes)));
            _segments.Add(segment);
            Bytes += segment.Bytes;
        }

        var block = _segments[_current].Pointer + _used;
        _used += size;
        return block;
    }

    /// <summary>Gives all blocks back.</summary>
    public void Clear() => (_current, _used) = (0, 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var segment in _segments)
            segment.Dispose();
        _segments.Clear();
        (_current, _used, Bytes) = (0, 0, 0);
    }
}
