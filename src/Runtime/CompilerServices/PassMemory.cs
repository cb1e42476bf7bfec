using NnGen.Kernels;

namespace NnGen.CompilerServices;

/// <summary>
/// What passes in one workspace share besides the frame: the random states that recomputed parts drew, and memory for parts
/// that run once forward and once more before their backward pass.
/// </summary>
internal sealed class PassMemory : IDisposable
{
    private readonly List<AlignedMemory> _blocks = [];
    private int _depth;

    /// <summary>Random states in the order in which they were drawn.</summary>
    public RandomTape Random { get; } = new();

    /// <summary>Frames of the turns of loops of which only the call knows how many there are.</summary>
    public FrameStack Frames { get; } = new();

    /// <summary>Bytes of all blocks.</summary>
    public long Bytes
    {
        get
        {
            var bytes = Frames.Bytes;
            foreach (var block in _blocks)
                bytes += block.Bytes;
            return bytes;
        }
    }

    /// <summary>Memory of undefined content, until <see cref="Return"/>: what is rented last is returned first.</summary>
    public unsafe byte* Rent(long bytes)
    {
        if (_depth == _blocks.Count)
        {
            _blocks.Add(new AlignedMemory(bytes));
        }
        else if (_blocks[_depth].Bytes < bytes)
        {
            _blocks[_depth].Dispose();
            _blocks[_depth] = new AlignedMemory(bytes);
        }

        return _blocks[_depth++].Pointer;
    }

    /// <summary>Gives back what was rented last.</summary>
    public void Return() => _depth--;

    /// <summary>Forgets what a pass left; its memory is kept for the next one.</summary>
    public void Clear()
    {
        _depth = 0;
        Random.Clear();
        Frames.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var block in _blocks)
            block.Dispose();
        _blocks.Clear();
        Frames.Dispose();
    }
}
