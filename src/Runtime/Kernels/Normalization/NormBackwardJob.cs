using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The gradients of normalised sets of rows, a part for each set.</summary>
internal unsafe struct NormBackwardJob : IJob
{
    private NormSets _sets;
    private float* _x;
    private float* _weight;
    private float* _mean;
    private float* _rstd;
    private float* _dy;
    private float* _relu;
    private float* _dx;
    private float* _sums;
    private bool _accumulate;
    private bool _usesOwnStatistics;

    /// <summary>Computes the gradients of elements, weight and bias.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="sets">What was normalised together.</param>
    /// <param name="weight">The factor of each channel, or absent.</param>
    /// <param name="mean">The mean of each set.</param>
    /// <param name="rstd">The reciprocal of each set's standard deviation.</param>
    /// <param name="usesOwnStatistics">Whether mean and deviation follow from the elements; else they are constants.</param>
    /// <param name="dy">The gradient of the result.</param>
    /// <param name="dx">The gradient of the elements.</param>
    /// <param name="dweight">The gradient of the weight.</param>
    /// <param name="dbias">The gradient of the bias.</param>
    /// <param name="relu">The result of a ReLU behind it, which lets a gradient through where it is positive; absent: there is none.</param>
    public static void Run(
        ReadOnlySpan<float> x,
        NormSets sets,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        bool usesOwnStatistics,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        ReadOnlySpan<float> relu = default)
    {
        x.Check(sets.Count * sets.Size);
        dy.Check(x.Length);
        if (!relu.IsAbsent())
            relu.Check(x.Length);
        mean.Check(sets.Count);
        rstd.Check(sets.Count);
        var (samples, channels) = (sets.Channels.Batch, sets.Channels.Count);
        var rows = samples * channels;
        using var scratch = Scratch.Rent(2 * rows);
        var sums = scratch.Span(2 * rows);
        fixed (float* px = x, pw = weight, pm = mean, pr = rstd, pdy = dy, pdx = dx.Span, py = relu)
        {
            NormBackwardJob job = new()
            {
                _sets = sets,
                _x = px,
                _weight = pw,
                _mean = pm,
                _rstd = pr,
                _dy = pdy,
                _relu = py,
                _dx = pdx,
                _sums = scratch.Pointer,
                _accumulate = dx.Accumulate,
                _usesOwnStatistics = usesOwnStatistics,
            };
            Threads.Run(sets.Count, ref job);
        }

        if (dbias.IsWanted)
            Reductions.Sum(sums[..rows], 1, samples, channels, dbias);
        if (dweight.IsWanted)
            Reductions.Sum(sums[rows..], 1, samples, channels, dweight);
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var rows = _sets.Channels.Batch * _sets.Channels.Count;
        var (total, projected) = (0.0, 0.0);
        for (var i = 0; i < _sets.Rows; i++)
        {
            var row = _sets.Row(part, i);
            AddSums<V>(row, part);
            var weight = Weight(row);
            total += (double)weight * _sums[row];
            projected += (double)weight * _sums[rows + row];
        }

        if (_dx == null)
            return;
        var constant = _usesOwnStatistics ? (float)(total / _sets.Size) : 0;
        var slope = _usesOwnStatistics ? (float)(projected / _sets.Size) : 0;
        for (var i = 0; i < _sets.Rows; i++)
            Differentiate<V>(_sets.Row(part, i), part, constant, slope);
    }

    private readonly float Weight(int row) => _weight == null ? 1 : _weight[row % _sets.Channels.Count];

    /// <summary>Some gradients of what is before a ReLU, if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly V ResultGradient<V>(nint at, V mask)
        where V : struct, IVector<V>
    {
        V gradient = V.Load(_dy + at, mask);
        return _relu == null ? gradient : V.And(gradient, V.GreaterThan(V.Load(_relu + at, mask), V.Zero));
    }

    /// <summary>The sums of a row's gradients, and of them times the normalised elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddSums<V>(int row, int set)
        where V : struct, IVector<V>
    {
        var plane = _sets.Channels.Plane;
        var at = (nint)row * plane;
        V sum = V.Zero, product = V.Zero, mean = V.Create(_mean[set]);
        for (var i = 0; i < plane; i += V.Count)
        {
            var mask = V.FirstLanes(plane - i);
            V gradient = ResultGradient(at + i, mask);
            sum += gradient;
            product = V.MultiplyAdd(gradient, V.And(V.Load(_x + at + i, mask) - mean, mask), product);
        }

        _sums[row] = V.Sum(sum);
        _sums[(_sets.Channels.Batch * _sets.Channels.Count) + row] = V.Sum(product) * _rstd[set];
    }

    /// <summary><c>dx = (dy · weight - constant - normalised · slope) · rstd</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Differentiate<V>(int row, int set, float constant, float slope)
        where V : struct, IVector<V>
    {
        var plane = _sets.Channels.Plane;
        var at = (nint)row * plane;
        var rstd = _rstd[set];
        var (mean, scale, offset) = (V.Create(_mean[set]), V.Create(Weight(row) * rstd), V.Create(-constant * rstd));
        var inclination = V.Create(-slope * rstd * rstd);
        for (var i = 0; i < plane; i += V.Count)
        {
            var mask = V.FirstLanes(plane - i);
            var value = V.MultiplyAdd(ResultGradient(at + i, mask), scale, V.MultiplyAdd(V.Load(_x + at + i, mask) - mean, inclination, offset));
            V.Store(_dx + at + i, mask, _accumulate ? V.Load(_dx + at + i, mask) + value : value);
        }
    }
}
