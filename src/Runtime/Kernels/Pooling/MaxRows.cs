using System.Numerics;
using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The largest elements of one channel, a vector of windows beside each other at a time.</summary>
/// <param name="pooling">Windows that slide.</param>
/// <param name="x">The channel.</param>
internal readonly unsafe struct MaxRows(in Pooling pooling, float* x)
{
    /// <summary>Places are counted in floats. Such a one less than this, added to it, stands in the lowest bits of the sum.</summary>
    private const int MaxPlaces = 1 << 23;

    private readonly Pooling _pooling = pooling;

    /// <summary>Whether a pooling can be computed so.</summary>
    public static bool Takes(in Pooling pooling)
        => pooling.InputSize < MaxPlaces && !pooling.Planes.IsAdaptive && !pooling.Rows.IsAdaptive && !pooling.Columns.IsAdaptive;

    /// <summary>Finds the elements, and where they stand in the channel: the first of equal ones, or the last NaN; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V, TIndex>(float* y, TIndex* indices)
        where V : struct, IVector<V>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var (planes, rows, columns) = (_pooling.Planes, _pooling.Rows, _pooling.Columns);
        float* steps = stackalloc float[V.Count];
        int* found = stackalloc int[V.Count];
        for (int lane = 0; lane < V.Count; lane++)
            steps[lane] = lane * columns.Window.Stride;
        var inside = stackalloc (int Start, int End)[columns.Window.Kernel];
        for (int element = 0; element < columns.Window.Kernel; element++)
            inside[element] = columns.Window.Inside(element);
        for (int plane = 0; plane < planes.Output; plane++)
        {
            var (front, back, _) = planes.Range(plane);
            for (int row = 0; row < rows.Output; row++, y += columns.Output, indices += columns.Output)
            {
                var (top, bottom, _) = rows.Range(row);
                for (int column = 0; column < columns.Output; column += V.Count)
                {
                    V largest = V.Create(float.NegativeInfinity), places = V.Zero, ramp = V.Load(steps);
                    for (int p = front; p < back; p += planes.Step)
                    {
                        for (int r = top; r < bottom; r += rows.Step)
                            Compare(((p * rows.Input) + r) * columns.Input, column, inside, ramp, ref largest, ref places);
                    }

                    int count = Math.Min(V.Count, columns.Output - column);
                    V mask = V.FirstLanes(count);
                    V.Store(y + column, mask, largest);
                    V.Store((float*)found, places + V.Create(MaxPlaces));
                    for (int i = 0; i < count; i++)
                        indices[column + i] = TIndex.CreateTruncating(found[i] & (MaxPlaces - 1));
                    if (V.Any(V.And(mask, V.Equal(largest, V.Create(float.NegativeInfinity)))))
                        FindFirst(front < back && top < bottom ? ((front * rows.Input) + top) * columns.Input : -1, column, count, y, indices);
                }
            }
        }
    }

    /// <summary>Where all elements of a window are the least there is, the first one is found.</summary>
    private void FindFirst<TIndex>(int row, int column, int count, float* y, TIndex* indices)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        for (int i = column; i < column + count; i++)
        {
            var (start, end, _) = _pooling.Columns.Range(i);
            if (y[i] == float.NegativeInfinity)
                indices[i] = TIndex.CreateTruncating(row < 0 || start >= end ? 0 : row + start);
        }
    }

    /// <param name="row">Where the row begins.</param>
    /// <param name="column">The first window.</param>
    /// <param name="inside">For each element of a window, in which windows it lies inside the input.</param>
    /// <param name="ramp">How far each window is from the first.</param>
    /// <param name="largest">The largest so far.</param>
    /// <param name="places">Where they stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Compare<V>(int row, int column, (int Start, int End)* inside, V ramp, ref V largest, ref V places)
        where V : struct, IVector<V>
    {
        var window = _pooling.Columns.Window;
        for (int element = 0; element < window.Kernel; element++)
        {
            var (start, end) = inside[element];
            int first = Math.Max(0, start - column), last = Math.Min(V.Count, end - column);
            if (first >= last)
                continue;
            int at = row + window.At(column, element);
            V mask = V.AndNot(V.FirstLanes(last), V.FirstLanes(first));
            V value = Load(x + at, window.Stride, first, last, mask);
            V isLarger = V.And(mask, V.Or(V.GreaterThan(value, largest), V.NotEqual(value, value)));
            largest = V.Select(isLarger, value, largest);
            places = V.Select(isLarger, ramp + V.Create(at), places);
        }
    }

    /// <summary>Loads elements that lie a stride apart, and zeros for those outside of the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Load<V>(float* source, int stride, int first, int last, V mask)
        where V : struct, IVector<V>
    {
        if (stride == 1)
            return V.Load(source, mask);
        if (stride == 2)
        {
            int end = (2 * last) - 1;                           // the one behind the last is not read
            V low = V.AndNot(V.FirstLanes(end), V.FirstLanes(2 * first)), high = V.AndNot(V.FirstLanes(end - V.Count), V.FirstLanes((2 * first) - V.Count));
            return V.Evens(V.Load(source, low), V.Load(source + V.Count, high));
        }

        return Gather<V>(source, stride, first, last);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V Gather<V>(float* source, int stride, int first, int last)
        where V : struct, IVector<V>
    {
        float* line = stackalloc float[V.Count];
        for (int i = first; i < last; i++)
            line[i] = source[(nint)i * stride];
        return V.Load(line);
    }
}
