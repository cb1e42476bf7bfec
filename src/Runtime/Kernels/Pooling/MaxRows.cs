using System.Numerics;
using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The largest elements of one channel, a row of windows at a time: each element of the window is compared in all of them at once.</summary>
/// <param name="pooling">Windows that slide.</param>
/// <param name="x">The channel.</param>
internal readonly unsafe struct MaxRows(in Pooling pooling, float* x)
{
    /// <summary>Places are counted in floats, which are exact up to here.</summary>
    private const int MaxPlaces = 1 << 24;

    private readonly Pooling _pooling = pooling;

    /// <summary>Whether a pooling can be computed so.</summary>
    public static bool Takes(in Pooling pooling)
        => pooling.InputSize <= MaxPlaces && !pooling.Planes.IsAdaptive && !pooling.Rows.IsAdaptive && !pooling.Columns.IsAdaptive;

    /// <summary>Finds the elements, and where they stand in the channel: the first of equal ones, or the last NaN; 0 where there is none.</summary>
    public void Run<V, TIndex>(float* y, TIndex* indices)
        where V : struct, IVector<V>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var (planes, rows, columns) = (_pooling.Planes, _pooling.Rows, _pooling.Columns);
        var width = Whole(columns.Output, V.Count);
        using var scratch = Scratch.Rent(4L * width);
        var largest = scratch.Pointer;
        var places = largest + width;
        var line = places + width;
        var ramp = line + width;
        for (var column = 0; column < width; column++)
            ramp[column] = column * columns.Window.Stride;
        for (var plane = 0; plane < planes.Output; plane++)
        {
            var (front, back, _) = planes.Range(plane);
            for (var row = 0; row < rows.Output; row++)
            {
                var (top, bottom, _) = rows.Range(row);
                new Span<float>(largest, width).Fill(float.NegativeInfinity);
                new Span<float>(places, width).Clear();
                for (var p = front; p < back; p += planes.Step)
                {
                    for (var r = top; r < bottom; r += rows.Step)
                        Compare<V>(((p * rows.Input) + r) * columns.Input, largest, places, line, ramp);
                }

                var first = front < back && top < bottom ? ((front * rows.Input) + top) * columns.Input : -1;
                for (var column = 0; column < columns.Output; column++)
                {
                    y[column] = largest[column];
                    indices[column] = TIndex.CreateTruncating(largest[column] == float.NegativeInfinity ? First(first, column) : (int)places[column]);
                }

                y += columns.Output;
                indices += columns.Output;
            }
        }
    }

    private static int Whole(int count, int unit) => (count + unit - 1) / unit * unit;

    /// <summary>The first element of a window, which is found where all are the least there is.</summary>
    private int First(int row, int column)
    {
        var (start, end, _) = _pooling.Columns.Range(column);
        return row < 0 || start >= end ? 0 : row + start;
    }

    /// <summary>Compares a row of the input with the largest elements so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare<V>(int row, float* largest, float* places, float* line, float* ramp)
        where V : struct, IVector<V>
    {
        var window = _pooling.Columns.Window;
        for (var element = 0; element < window.Kernel; element++)
        {
            var (start, end) = window.Inside(element);
            var at = row + window.At(0, element);
            var source = x + at;
            if (window.Stride > 1)
            {
                for (var column = start; column < end; column++)
                    line[column] = source[(nint)column * window.Stride];
                source = line;
            }

            var place = V.Create(at);
            for (var column = start; column < end; column += V.Count)
            {
                var mask = V.FirstLanes(end - column);
                var (value, best) = (V.Load(source + column, mask), V.Load(largest + column, mask));
                var isLarger = V.Or(V.GreaterThan(value, best), V.NotEqual(value, value));
                V.Store(largest + column, mask, V.Select(isLarger, value, best));
                V.Store(places + column, mask, V.Select(isLarger, V.Load(ramp + column, mask) + place, V.Load(places + column, mask)));
            }
        }
    }
}
