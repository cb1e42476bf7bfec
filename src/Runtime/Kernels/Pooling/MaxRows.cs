using System.Numerics;
using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The largest elements of one channel, a vector of windows beside each other at a time.</summary>
/// <param name="pooling">Windows that slide.</param>
/// <param name="x">The channel.</param>
internal readonly unsafe struct MaxRows(in Pooling pooling, float* x)
{
    /// <summary>Masks that are listed for an element of a window.</summary>
    private const int Masks = 3;

    private readonly Pooling _pooling = pooling;

    /// <summary>Whether a pooling can be computed so.</summary>
    public static bool Takes(in Pooling pooling)
        => MaxPlaces.Fit(pooling) && !pooling.Planes.IsAdaptive && !pooling.Rows.IsAdaptive && !pooling.Columns.IsAdaptive;

    /// <summary>Finds the elements, and where they stand in the channel: the first of equal ones, or the last NaN; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V, TIndex>(float* y, TIndex* indices)
        where V : struct, IVector<V>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var (planes, rows, columns) = (_pooling.Planes, _pooling.Rows, _pooling.Columns);
        float* steps = stackalloc float[V.Count];
        for (int lane = 0; lane < V.Count; lane++)
            steps[lane] = lane * columns.Window.Stride;
        int blocks = (columns.Output + V.Count - 1) / V.Count, kernel = columns.Window.Kernel;
        using var masks = Scratch.Rent((long)blocks * kernel * Masks * V.Count);
        ListMasks<V>(masks.Pointer);
        for (int plane = 0; plane < planes.Output; plane++)
        {
            var (front, back, _) = planes.Range(plane);
            for (int row = 0; row < rows.Output; row++, y += columns.Output, indices += columns.Output)
            {
                var (top, bottom, _) = rows.Range(row);
                float* mask = masks.Pointer;
                for (int column = 0; column < columns.Output; column += V.Count, mask += kernel * Masks * V.Count)
                {
                    V largest = V.Create(float.NegativeInfinity), places = V.Zero, ramp = V.Load(steps);
                    for (int p = front; p < back; p += planes.Step)
                    {
                        for (int r = top; r < bottom; r += rows.Step)
                            Compare(((p * rows.Input) + r) * columns.Input, column, mask, ramp, ref largest, ref places);
                    }

                    int count = Math.Min(V.Count, columns.Output - column);
                    V written = V.FirstLanes(count);
                    V.Store(y + column, written, largest);
                    MaxPlaces.Store(indices + column, count, written, places);
                    if (V.Any(V.And(written, V.Equal(largest, V.Create(float.NegativeInfinity)))))
                        FindFirst(front < back && top < bottom ? ((front * rows.Input) + top) * columns.Input : -1, column, count, y, indices);
                }
            }
        }
    }

    /// <summary>
    /// Lists for each vector of windows and each element of a window which of them it lies in, and which elements of the input are
    /// read for it, in two vectors where windows are two apart.
    /// </summary>
    private void ListMasks<V>(float* masks)
        where V : struct, IVector<V>
    {
        var window = _pooling.Columns.Window;
        for (int column = 0; column < window.Output; column += V.Count)
        {
            for (int element = 0; element < window.Kernel; element++, masks += Masks * V.Count)
            {
                var (start, end) = window.Inside(element);
                int first = Math.Clamp(start - column, 0, V.Count), last = Math.Clamp(end - column, first, V.Count);
                int behind = Math.Max(2 * first, (2 * last) - 1);           // the one behind the last is not read
                V.Store(masks, V.AndNot(V.FirstLanes(last), V.FirstLanes(first)));
                V.Store(masks + V.Count, V.AndNot(V.FirstLanes(behind), V.FirstLanes(2 * first)));
                V.Store(masks + (2 * V.Count), V.AndNot(V.FirstLanes(behind - V.Count), V.FirstLanes((2 * first) - V.Count)));
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
    /// <param name="masks">What <see cref="ListMasks"/> lists for these windows.</param>
    /// <param name="ramp">How far each window is from the first.</param>
    /// <param name="largest">The largest so far.</param>
    /// <param name="places">Where they stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Compare<V>(int row, int column, float* masks, V ramp, ref V largest, ref V places)
        where V : struct, IVector<V>
    {
        var window = _pooling.Columns.Window;
        int at = row + window.At(column, 0);
        for (int element = 0; element < window.Kernel; element++, at += window.Dilation, masks += Masks * V.Count)
        {
            V mask = V.Load(masks);
            V value = Load<V>(x + at, window.Stride, masks);
            V isLarger = V.And(mask, V.Or(V.GreaterThan(value, largest), V.NotEqual(value, value)));
            largest = V.Select(isLarger, value, largest);
            places = V.Select(isLarger, ramp + V.Create(at), places);
        }
    }

    /// <summary>Loads elements that lie a stride apart, and zeros for those outside of the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Load<V>(float* source, int stride, float* masks)
        where V : struct, IVector<V>
    {
        if (stride == 1)
            return V.Load(source, V.Load(masks));
        if (stride == 2)
            return V.Evens(V.Load(source, V.Load(masks + V.Count)), V.Load(source + V.Count, V.Load(masks + (2 * V.Count))));
        return Gather<V>(source, stride, masks);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V Gather<V>(float* source, int stride, float* mask)
        where V : struct, IVector<V>
    {
        float* line = stackalloc float[V.Count];
        for (int i = 0; i < V.Count; i++)
            line[i] = mask[i] != 0 ? source[(nint)i * stride] : 0;              // a set lane is NaN
        return V.Load(line);
    }
}
