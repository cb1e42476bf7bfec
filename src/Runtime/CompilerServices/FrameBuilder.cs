using System.ComponentModel;
using NnGen.Compiler.Planning;

namespace NnGen.CompilerServices;

/// <summary>
/// Lays out the frame of a plan: what is needed is added with the steps of the pass between which it lives, then placed so that
/// memory is shared by what never lives at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrameBuilder
{
    private readonly List<FrameInterval> _intervals = [];
    private readonly List<int> _lengths = [];
    private int[] _offsets = [];

    /// <summary>Size of the frame in bytes, a multiple of 64, once laid out.</summary>
    public int FrameBytes { get; private set; }

    /// <summary>The place of what was added as <paramref name="handle"/>, once laid out.</summary>
    public Slot this[int handle] => new(_offsets[handle], _lengths[handle]);

    /// <summary>Adds elements.</summary>
    /// <param name="count">How many.</param>
    /// <param name="elementSize">Bytes of each.</param>
    /// <param name="firstUse">The step that writes them first.</param>
    /// <param name="lastUse">The step that reads them last.</param>
    /// <returns>A handle for the indexer.</returns>
    /// <exception cref="NotSupportedException">They exceed 2 GiB.</exception>
    public int Add(int count, int elementSize, int firstUse, int lastUse)
    {
        var bytes = (long)count * elementSize;
        if (bytes > int.MaxValue)
            throw TooLarge();
        _intervals.Add(new FrameInterval((int)bytes, firstUse, lastUse));
        _lengths.Add(count);
        return _intervals.Count - 1;
    }

    /// <summary>Adds the frame of a child.</summary>
    /// <returns>A handle for the indexer.</returns>
    public int AddChild(Plan plan, int firstUse, int lastUse)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Add(plan.FrameBytes, 1, firstUse, lastUse);
    }

    /// <summary>Places everything.</summary>
    /// <exception cref="NotSupportedException">The frame exceeds 2 GiB.</exception>
    public void Layout()
    {
        _offsets = new int[_intervals.Count];
        try
        {
            FrameBytes = FrameLayout.Place(_intervals, _offsets);
        }
        catch (OverflowException)
        {
            throw TooLarge();
        }
    }

    private static NotSupportedException TooLarge() => new(
        "One pass of this module would need more than 2 GiB for its intermediate values: use smaller batches.");
}
