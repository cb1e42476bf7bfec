using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>
/// Gradients of normalized rows. Those of weight and bias are summed by each part in memory of its own, then part by part, so that
/// they do not depend on the number of threads.
/// </summary>
internal unsafe struct LayerNormBackwardJob : IJob
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 16384;

    private const int MaxParts = 64;

    private int _rows;
    private int _length;
    private float* _x;
    private float* _weight;
    private float* _mean;
    private float* _rstd;
    private float* _dy;
    private float* _dx;
    private bool _accumulate;

    /// <summary>For each part the sums of weight and bias; null: unwanted.</summary>
    private float* _sums;

    private readonly int Parts => (int)Math.Clamp((long)_rows * _length / PartLength, 1, Math.Clamp(_rows, 1, MaxParts));

    /// <summary>Computes the gradients that are wanted; without means those of rows divided by their root mean square.</summary>
    public static void Run(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias)
    {
        var hasSums = dweight.IsWanted || dbias.IsWanted;
        if (!dx.IsWanted && !hasSums)
            return;
        var length = rstd.IsEmpty ? Math.Max(dweight.Span.Length, dbias.Span.Length) : x.Length / rstd.Length;
        x.Check(rstd.Length * length);
        dy.Check(x.Length);
        if (!mean.IsEmpty)
            mean.Check(rstd.Length);
        fixed (float* px = x, pw = weight, pm = mean, pr = rstd, pdy = dy, pdx = dx.Span)
        {
            LayerNormBackwardJob job = new()
            {
                _rows = rstd.Length,
                _length = length,
                _x = px,
                _weight = pw,
                _mean = pm,
                _rstd = pr,
                _dy = pdy,
                _dx = pdx,
                _accumulate = dx.Accumulate,
            };
            using var scratch = Scratch.Rent(hasSums ? 2L * length * job.Parts : 1);
            if (hasSums)
            {
                NativeMemory.Clear(scratch.Pointer, (nuint)(2L * length * job.Parts * sizeof(float)));
                job._sums = scratch.Pointer;
            }

            Threads.Run(job.Parts, ref job);
            if (!hasSums)
                return;
            var sums = new Span<float>(job._sums, 2 * length * job.Parts);
            for (var part = 1; part < job.Parts; part++)
                new Gradient(sums[..(2 * length)], accumulate: true).Write(sums.Slice(part * 2 * length, 2 * length));
            dweight.Write(sums[..length]);
            dbias.Write(sums.Slice(length, length));
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split rows = new(_rows, Parts);
        for (var row = rows.Start(part); row < rows.Start(part + 1); row++)
        {
            if (_sums != null)
                AddSums<V>(row, _sums + (2L * part * _length));
            if (_dx != null)
                Row<V>(row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddSums<V>(int row, float* sums)
        where V : struct, IVector<V>
    {
        var x = _x + ((long)row * _length);
        var dy = _dy + ((long)row * _length);
        var (mean, rstd) = (V.Create(_mean == null ? 0 : _mean[row]), V.Create(_rstd[row]));
        for (var i = 0; i < _length; i += V.Count)
        {
            var mask = V.FirstLanes(_length - i);
            var d = V.Load(dy + i, mask);
            var normalized = (V.Load(x + i, mask) - mean) * rstd;
            V.Store(sums + i, mask, V.MultiplyAdd(d, normalized, V.Load(sums + i, mask)));
            V.Store(sums + _length + i, mask, V.Load(sums + _length + i, mask) + d);
        }
    }

    /// <summary><c>dx = rstd · (g - mean(g) - normalized · mean(g · normalized))</c> with <c>g = dy · weight</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Row<V>(int row)
        where V : struct, IVector<V>
    {
        var x = _x + ((long)row * _length);
        var dy = _dy + ((long)row * _length);
        var dx = _dx + ((long)row * _length);
        var (mean, rstd) = (V.Create(_mean == null ? 0 : _mean[row]), V.Create(_rstd[row]));
        V sum = V.Zero, projection = V.Zero;
        for (var i = 0; i < _length; i += V.Count)
        {
            var mask = V.FirstLanes(_length - i);
            var g = Scaled(dy, i, mask);
            sum += g;
            projection = V.MultiplyAdd(g, V.And((V.Load(x + i, mask) - mean) * rstd, mask), projection);
        }

        var average = _mean == null ? V.Zero : V.Create(V.Sum(sum) / _length);
        var slope = V.Create(V.Sum(projection) / _length);
        for (var i = 0; i < _length; i += V.Count)
        {
            var mask = V.FirstLanes(_length - i);
            var normalized = (V.Load(x + i, mask) - mean) * rstd;
            var value = rstd * (Scaled(dy, i, mask) - average - (normalized * slope));
            V.Store(dx + i, mask, _accumulate ? V.Load(dx + i, mask) + value : value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly V Scaled<V>(float* dy, int i, V mask)
        where V : struct, IVector<V>
        => _weight == null ? V.Load(dy + i, mask) : V.Load(dy + i, mask) * V.Load(_weight + i, mask);
}
