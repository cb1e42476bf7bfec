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
        for (var row = rows.Start(part); row < rows.Start(part + 1); row++)
            Row<V>(row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Row<V>(int row)
        where V : struct, IVector<V>
    {
        var x = _x + ((long)row * _length);
        var first = _mean == null ? 0 : Sums<V>(x, V.Zero).Distances / _length;

        // What a float cannot say of the mean is the mean of the distances from it.
        var (distances, squares) = Sums<V>(x, V.Create(first));
        var rest = _mean == null ? 0 : distances / _length;
        var rstd = (float)(1 / Math.Sqrt(Math.Max(0, (squares / _length) - (rest * rest)) + _eps));
        var (center, remainder, scale) = (V.Create(first), V.Create(rest), V.Create(rstd));
        var y = _y + ((long)row * _length);
        for (var i = 0; i < _length; i += V.Count)
        {
            var mask = V.FirstLanes(_length - i);
            var value = (V.Load(x + i, mask) - center - remainder) * scale;
            if (_weight != null)
                value *= V.Load(_weight + i, mask);
            if (_bias != null)
                value += V.Load(_bias + i, mask);
            V.Store(y + i, mask, value);
        }

        if (_mean != null)
            _mean[row] = first + rest;
        _rstd[row] = rstd;
    }

    /// <summary>The sums of the distances from a center and of their squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (float Distances, float Squares) Sums<V>(float* x, V center)
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

        for (; i < _length; i += V.Count)
        {
            var mask = V.FirstLanes(_length - i);
            var distance = V.And(V.Load(x + i, mask) - center, mask);
            a += distance;
            a2 = V.MultiplyAdd(distance, distance, a2);
        }

        return (V.Sum(a + b), V.Sum(a2 + b2));
    }
}
