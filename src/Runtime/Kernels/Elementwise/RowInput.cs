using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>One operand along a segment of a row: a step of 0 reads the same vector again and again.</summary>
internal readonly unsafe struct RowInput(float* pointer, nint step)
{
    public readonly float* Pointer = pointer;
    public readonly nint Step = step;

    /// <summary>An operand of the result's own shape, or zeros where it is absent.</summary>
    /// <param name="data">The operand; null: absent.</param>
    /// <param name="position">First element of the segment.</param>
    /// <param name="zeros">A vector of zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowInput Whole<V>(float* data, long position, float* zeros)
        where V : struct, IVector<V>
        => data == null ? new(zeros, 0) : new(data + position, V.Count);

    /// <summary>An input, repeated as the layout says, or zeros where it is absent.</summary>
    /// <param name="layout">The layout; null: nothing is repeated.</param>
    /// <param name="cursor">The row.</param>
    /// <param name="data">The input; null: absent.</param>
    /// <param name="input">Its number.</param>
    /// <param name="start">Where the segment begins in the row.</param>
    /// <param name="spread">Room for a vector, zero at first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowInput Of<V>(BroadcastLayout? layout, RowCursor cursor, float* data, int input, int start, float* spread)
        where V : struct, IVector<V>
    {
        if (data == null) return new(spread, 0);
        if (layout is null) return new(data + start, V.Count);
        float* row = data + cursor.OffsetOf(input);
        if (!layout.IsScalarInRow(input)) return new(row + start, V.Count);
        V.Store(spread, V.Create(*row));
        return new(spread, 0);
    }
}
