using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Normalises sets of rows, a part for each set: one pass over memory takes the statistics and applies them.</summary>
internal unsafe struct NormForwardJob : IJob
{
    private NormSets _sets;
    private float* _x;
    private float* _weight;
    private float* _bias;
    private float* _y;
    private float* _mean;
    private float* _rstd;
    private float* _variance;
    private double _eps;
    private float _floor;

    /// <summary><c>y = (x - mean) · rstd · weight + bias</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="sets">What is normalised together.</param>
    /// <param name="weight">A factor for each channel, or absent.</param>
    /// <param name="bias">Added to each channel, or absent.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="mean">The mean of each set: computed where there are variances to be written, else given.</param>
    /// <param name="variance">Where the variance of each set goes, divided by the number of elements; empty: means and deviations are given.</param>
    /// <param name="rstd">The reciprocal of each set's standard deviation, computed or given like the mean.</param>
    /// <param name="y">The result.</param>
    /// <param name="relu">Whether negative results become zero.</param>
    public static void Run(
        ReadOnlySpan<float> x,
        NormSets sets,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        double eps,
        Span<float> mean,
        Span<float> variance,
        Span<float> rstd,
        Span<float> y,
        bool relu = false)
    {
        x.Check(sets.Count * sets.Size);
        y.Check(x.Length);
        mean.Check(sets.Count);
        rstd.Check(sets.Count);
        if (!weight.IsAbsent())
            weight.Check(sets.Channels.Count);
        if (!bias.IsAbsent())
            bias.Check(sets.Channels.Count);
        if (!variance.IsEmpty)
            variance.Check(sets.Count);
        fixed (float* px = x, pw = weight, pb = bias, py = y, pm = mean, pr = rstd, pv = variance)
        {
            NormForwardJob job = new()
            {
                _sets = sets,
                _x = px,
                _weight = pw,
                _bias = pb,
                _y = py,
                _mean = pm,
                _rstd = pr,
                _variance = pv,
                _eps = eps,
                _floor = relu ? 0 : float.NegativeInfinity,
            };
            Threads.Run(sets.Count, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        if (_variance != null)
            Measure<V>(part);
        for (var i = 0; i < _sets.Rows; i++)
            Normalize<V>(_sets.Row(part, i), _mean[part], _rstd[part]);
    }

    /// <summary>Joins the statistics of the rows of a set, which are exact for each row, by Chan's formula.</summary>
    private readonly void Measure<V>(int set)
        where V : struct, IVector<V>
    {
        var (count, mean, distances) = (0L, 0.0, 0.0);
        var plane = _sets.Channels.Plane;
        for (var i = 0; i < _sets.Rows; i++)
        {
            var x = _x + ((nint)_sets.Row(set, i) * plane);
            var first = Sums<V>(x, 0).Distances / plane;
            var (rest, squares) = Sums<V>(x, (float)first);
            var center = (float)first + (rest / plane);
            var delta = center - mean;
            distances += squares - (rest * rest / plane) + (delta * delta * count * plane / (count + plane));
            mean += delta * plane / (count + plane);
            count += plane;
        }

        var variance = Math.Max(distances, 0) / count;
        _mean[set] = (float)mean;
        _variance[set] = (float)variance;
        _rstd[set] = (float)(1 / Math.Sqrt(variance + _eps));
    }

    /// <summary>The sums of the distances from a center and of their squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly (double Distances, double Squares) Sums<V>(float* x, float center)
        where V : struct, IVector<V>
    {
        var plane = _sets.Channels.Plane;
        if (plane == 1)
            return ((double)*x - center, ((double)*x - center) * ((double)*x - center));
        V sum = V.Zero, squares = V.Zero, middle = V.Create(center);
        for (var i = 0; i < plane; i += V.Count)
        {
            var mask = V.FirstLanes(plane - i);
            var distance = V.And(V.Load(x + i, mask) - middle, mask);
            sum += distance;
            squares = V.MultiplyAdd(distance, distance, squares);
        }

        return (V.Sum(sum), V.Sum(squares));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Normalize<V>(int row, float mean, float rstd)
        where V : struct, IVector<V>
    {
        var (channel, plane) = (row % _sets.Channels.Count, _sets.Channels.Plane);
        var scale = _weight == null ? rstd : rstd * _weight[channel];
        var shift = _bias == null ? 0 : _bias[channel];
        var (x, y) = ((nint)(_x + ((nint)row * plane)), (nint)(_y + ((nint)row * plane)));
        var (center, factor, offset, floor) = (V.Create(mean), V.Create(scale), V.Create(shift), V.Create(_floor));
        for (var i = 0; i < plane; i += V.Count)
        {
            var mask = V.FirstLanes(plane - i);
            V.Store((float*)y + i, mask, V.Larger(floor, V.MultiplyAdd(V.Load((float*)x + i, mask) - center, factor, offset)));
        }
    }
}
