using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Planning;

/// <summary>Memory that is needed from one step of a pass to another, both included.</summary>
/// <param name="bytes">How much; may be 0.</param>
/// <param name="first">The step that writes it first.</param>
/// <param name="last">The step that reads it last.</param>
internal readonly struct FrameInterval(int bytes, int first, int last)
{
    public int Bytes { get; } = bytes;

    public int First { get; } = first;

    public int Last { get; } = last;

    public bool Overlaps(FrameInterval other) => First <= other.Last && other.First <= Last;
}

/// <summary>
/// Gives intervals offsets in one block of memory so that two which live at the same time never share a byte. The largest is
/// placed first, each in the smallest gap that holds it: on networks within a few per cent of the most that lives at once.
/// </summary>
internal static class FrameLayout
{
    /// <summary>Every offset and the size of the frame are multiples of this.</summary>
    public const int Alignment = 64;

    /// <param name="intervals">What is needed when.</param>
    /// <param name="offsets">Receives the offset of each.</param>
    /// <returns>The size of the frame in bytes.</returns>
    /// <exception cref="OverflowException">The frame would exceed 2 GiB.</exception>
    public static int Place(IReadOnlyList<FrameInterval> intervals, int[] offsets)
    {
        var order = new int[intervals.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => intervals[a].Bytes != intervals[b].Bytes ? intervals[b].Bytes.CompareTo(intervals[a].Bytes) : a.CompareTo(b));

        var placed = new List<int>(order.Length);
        var frame = 0;
        foreach (var index in order)
        {
            var bytes = RoundUp(intervals[index].Bytes);
            offsets[index] = bytes == 0 ? 0 : BestGap(intervals, offsets, placed, intervals[index], bytes);
            if (bytes == 0)
                continue;
            frame = Math.Max(frame, checked(offsets[index] + bytes));
            InsertByOffset(placed, offsets, index);
        }

        return frame;
    }

    private static int BestGap(IReadOnlyList<FrameInterval> intervals, int[] offsets, List<int> placed, FrameInterval interval, int bytes)
    {
        int end = 0, best = -1, bestSize = int.MaxValue;
        foreach (var other in placed)
        {
            if (!intervals[other].Overlaps(interval))
                continue;
            var gap = offsets[other] - end;
            if (gap >= bytes && gap < bestSize)
                (best, bestSize) = (end, gap);
            end = Math.Max(end, offsets[other] + RoundUp(intervals[other].Bytes));
        }

        return best >= 0 ? best : end;
    }

    private static void InsertByOffset(List<int> placed, int[] offsets, int index)
    {
        var at = placed.Count;
        while (at > 0 && offsets[placed[at - 1]] > offsets[index])
            at--;
        placed.Insert(at, index);
    }

    private static int RoundUp(int bytes) => checked(bytes + Alignment - 1) & -Alignment;
}
