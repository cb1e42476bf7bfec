using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Normalizes rows, each of which stays in the cache from its mean to its result.</summary>
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

    /// <summary>Computes the results, and mean and inverse deviation of each row.</summary>
    public static void Run(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, Span<float> mean, Span<float> rstd, double eps)
    {
        var length = mean.IsEmpty ? 0 : x.Length / mean.Length;
        x.Check(mean.Length * length);
        y.Check(x.Length);
        rstd.Check(mean.Length);
        if (!weight.IsAbsent() && !mean.IsEmpty)
            weight.Check(length);
        if (!bias.IsAbsent() && !mean.IsEmpty)
            bias.Check(length);
        fixed (float* px = x, pw = weight, pb = bias, py = y, pm = mean, pr = rstd)
        {
            LayerNormForwardJob job = new()
            {
                _rows = mean.Length,
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
        for (var row = rows.Start(part); row < rows.Start(part + 1); row++)
            Row<V>(row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Row<V>(int row)
        where V : struct, IVector<V>
    {
        var x = _x + ((long)row * _length);
        var mean = Sum<V>(x, V.Zero, isSquared: false) / _length;
        var center = V.Create(mean);
        var variance = Sum<V>(x, center, isSquared: true) / _length;
        var rstd = (float)(1 / Math.Sqrt(variance + _eps));
        var scale = V.Create(rstd);
        var y = _y + ((long)row * _length);
        for (var i = 0; i < _length; i += V.Count)
        {
            var mask = V.FirstLanes(_length - i);
            var value = (V.Load(x + i, mask) - center) * scale;
            if (_weight != null)
                value *= V.Load(_weight + i, mask);
            if (_bias != null)
                value += V.Load(_bias + i, mask);
            V.Store(y + i, mask, value);
        }

        _mean[row] = mean;
        _rstd[row] = rstd;
    }

    /// <summary>The sum of the distances from a center, or of their squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly float Sum<V>(float* x, V center, bool isSquared)
        where V : struct, IVector<V>
    {
        V a = V.Zero, b = V.Zero;
        var i = 0;
        for (; i <= _length - (2 * V.Count); i += 2 * V.Count)
        {
            var first = V.Load(x + i) - center;
            var second = V.Load(x + i + V.Count) - center;
            a = isSquared ? V.MultiplyAdd(first, first, a) : a + first;
            b = isSquared ? V.MultiplyAdd(second, second, b) : b + second;
        }

        for (; i < _length; i += V.Count)
        {
            var mask = V.FirstLanes(_length - i);
            var distance = V.And(V.Load(x + i, mask) - center, mask);
            a = isSquared ? V.MultiplyAdd(distance, distance, a) : a + distance;
        }

        return V.Sum(a + b);
    }
}
