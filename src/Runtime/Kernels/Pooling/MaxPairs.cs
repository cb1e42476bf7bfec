using System.Numerics;
using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The largest elements of one channel under windows of two by two that lie side by side, a vector of windows at a time.</summary>
/// <param name="pooling">The windows.</param>
/// <param name="x">The channel.</param>
internal readonly unsafe struct MaxPairs(in Pooling pooling, float* x)
{
    private readonly int _rows = pooling.Rows.Output;
    private readonly int _columns = pooling.Columns.Output;
    private readonly int _width = pooling.Columns.Input;

    /// <summary>Whether a pooling can be computed so.</summary>
    public static bool Takes(in Pooling pooling)
        => MaxPlaces.Fit(pooling) && pooling.Planes == PoolAxis.Single && ArePairs(pooling.Rows) && ArePairs(pooling.Columns);

    /// <summary>Finds the elements, and where they stand in the channel: the first of equal ones, or the last NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V, TIndex>(float* y, TIndex* indices)
        where V : struct, IVector<V>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        float* steps = stackalloc float[V.Count];
        for (int lane = 0; lane < V.Count; lane++)
            steps[lane] = 2 * lane;
        int rest = _columns % V.Count;
        V ramp = V.Load(steps), written = V.FirstLanes(rest), low = V.FirstLanes(2 * rest), high = V.FirstLanes((2 * rest) - V.Count);
        for (int row = 0; row < _rows; row++, y += _columns, indices += _columns)
        {
            int at = 2 * row * _width, column = 0;
            for (; column <= _columns - V.Count; column += V.Count, at += 2 * V.Count)
            {
                float* top = x + at, bottom = top + _width;
                V places = ramp + V.Create(at);
                V largest = Largest(V.Load(top), V.Load(top + V.Count), V.Load(bottom), V.Load(bottom + V.Count), ref places);
                V.Store(y + column, largest);
                MaxPlaces.Store(indices + column, V.Count, V.FirstLanes(V.Count), places);
            }

            if (rest > 0)
            {
                float* top = x + at, bottom = top + _width;
                V places = ramp + V.Create(at);
                V largest = Largest(V.Load(top, low), V.Load(top + V.Count, high), V.Load(bottom, low), V.Load(bottom + V.Count, high), ref places);
                V.Store(y + column, written, largest);
                MaxPlaces.Store(indices + column, rest, written, places);
            }
        }
    }

    private static bool ArePairs(PoolAxis axis) => axis is { IsAdaptive: false, Window: { Kernel: 2, Stride: 2, Before: 0, Dilation: 1 } } && 2 * axis.Output <= axis.Input;

    /// <summary>The largest of two by two elements, given in two rows of two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Largest<V>(V topLow, V topHigh, V bottomLow, V bottomHigh, ref V places)
        where V : struct, IVector<V>
    {
        V next = places + V.One, below = places + V.Create(_width), belowNext = below + V.One;
        V top = V.Evens(topLow, topHigh), bottom = V.Evens(bottomLow, bottomHigh);
        Replace(ref top, ref places, V.Odds(topLow, topHigh), next);
        Replace(ref bottom, ref below, V.Odds(bottomLow, bottomHigh), belowNext);
        Replace(ref top, ref places, bottom, below);
        return top;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Replace<V>(ref V largest, ref V places, V value, V place)
        where V : struct, IVector<V>
    {
        V isLarger = V.Or(V.GreaterThan(value, largest), V.NotEqual(value, value));
        largest = V.Select(isLarger, value, largest);
        places = V.Select(isLarger, place, places);
    }
}
