using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Normalizes rows, each of which stays in the cache from its mean to its result. Without means the rows are divided by their root
/// mean square.
/// </summary>
internal unsafe struct LayerNormForwardJob : IJob
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 8192;

    private int _rows;
    private int _length;
    private float* _x;
    private float* _weight;
    private float* _bias;
    private float* _y;
    private float* _mean;
    private float* _rstd;
    private double _eps;

    private readonly int Parts => (int)Math.Clamp((long)_rows * _length / PartLength, 1, Math.Max(1, _rows));

    /// <summary>Computes the results, and mean and inverse deviation of each row; no means where there is no room for them.</summary>
    public static void Run(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, Span<float> mean, Span<float> rstd, double eps)
    {
        var length = rstd.IsEmpty ? 0 : x.Length / rstd.Length;
        x.Check(rstd.Length * length);
        y.Check(x.Length);
        if (!mean.IsEmpty)
            mean.Check(rstd.Length);
        if (!weight.IsAbsent() && !rstd.IsEmpty)
            weight.Check(length);
        if (!bias.IsAbsent() && !rstd.IsEmpty)
            bias.Check(length);
        fixed (float* px = x, pw = weight, pb = bias, py = y, pm = mean, pr = rstd)
        {
            LayerNormForwardJob job = new()
            {
                _rows = rstd.Length,
                _length = length,
                _x = px,
                _weight = pw,
                _bias = pb,
                _y = py,
                _mean = pm,
                _rstd = pr,
                _eps = eps,
            };
            Threads.Run(job.Parts, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split rows = new(_rows, Parts);
        var tail = V.FirstLanes(_length % V.Count);
        for (var row = rows.Start(part); row < rows.Start(part + 1); row++)
            Row(row, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Row<V>(int row, V tail)
        where V : struct, IVector<V>
    {
        var x = _x + ((long)row * _length);
        var first = _mean == null ? 0 : Sum(x, tail) / _length;

        // What a float cannot say of the mean is the mean of the distances from it.
        var (distances, squares) = Sums(x, V.Create(first), tail);
        var rest = _mean == null ? 0 : distances / _length;
        var rstd = (float)(1 / Math.Sqrt(Math.Max(0, (squares / _length) - (rest * rest)) + _eps));
        var (center, remainder, scale) = (V.Create(first), V.Create(rest), V.Create(rstd));
        var y = _y + ((long)row * _length);
        var i = 0;
        for (; i <= _length - V.Count; i += V.Count)
            Write(x + i, y + i, i, center, remainder, scale, tail, isTail: false);
        if (i < _length)
            Write(x + i, y + i, i, center, remainder, scale, tail, isTail: true);
        if (_mean != null)
            _mean[row] = first + rest;
        _rstd[row] = rstd;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write<V>(float* x, float* y, int i, V center, V remainder, V scale, V tail, bool isTail)
        where V : struct, IVector<V>
    {
        var value = (Lanes.Load(x, tail, isTail) - center - remainder) * scale;
        if (_weight != null)
            value *= Lanes.Load(_weight + i, tail, isTail);
        if (_bias != null)
            value += Lanes.Load(_bias + i, tail, isTail);
        Lanes.Store(y, value, tail, isTail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly float Sum<V>(float* x, V tail)
        where V : struct, IVector<V>
    {
        V a = V.Zero, b = V.Zero;
        var i = 0;
        for (; i <= _length - (2 * V.Count); i += 2 * V.Count)
        {
            a += V.Load(x + i);
            b += V.Load(x + i + V.Count);
        }

        if (i <= _length - V.Count)
        {
            a += V.Load(x + i);
            i += V.Count;
        }

        if (i < _length)
            b += V.Load(x + i, tail);
        return V.Sum(a + b);
    }

    /// <summary>The sums of the distances from a center and of their squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (float Distances, float Squares) Sums<V>(float* x, V center, V tail)
        where V : struct, IVector<V>
    {
        V a = V.Zero, b = V.Zero, a2 = V.Zero, b2 = V.Zero;
        var i = 0;
        for (; i <= _length - (2 * V.Count); i += 2 * V.Count)
        {
            var first = V.Load(x + i) - center;
            var second = V.Load(x + i + V.Count) - center;
            a += first;
            b += second;
            a2 = V.MultiplyAdd(first, first, a2);
            b2 = V.MultiplyAdd(second, second, b2);
        }

        if (i <= _length - V.Count)
        {
            var distance = V.Load(x + i) - center;
            a += distance;
            a2 = V.MultiplyAdd(distance, distance, a2);
            i += V.Count;
        }

        if (i < _length)
        {
            var distance = V.And(V.Load(x + i, tail) - center, tail);
            b += distance;
            b2 = V.MultiplyAdd(distance, distance, b2);
        }

        return (V.Sum(a + b), V.Sum(a2 + b2));
    }
}
