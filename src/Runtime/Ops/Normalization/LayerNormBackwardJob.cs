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
        var tail = V.FirstLanes(_length % V.Count);
        var sums = _sums == null ? null : _sums + (2L * part * _length);
        for (var row = rows.Start(part); row < rows.Start(part + 1); row++)
            Row(row, sums, tail);
    }

    /// <summary>
    /// <c>dx = rstd · (g - mean(g) - normalized · mean(g · normalized))</c> with <c>g = dy · weight</c>; the sums are those of
    /// <c>dy · normalized</c> and <c>dy</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Row<V>(int row, float* sums, V tail)
        where V : struct, IVector<V>
    {
        Places<V> at = new()
        {
            X = _x + ((long)row * _length),
            Dy = _dy + ((long)row * _length),
            Weight = _weight,
            Sums = sums,
            Length = _length,
            Mean = V.Create(_mean == null ? 0 : _mean[row]),
            Rstd = V.Create(_rstd[row]),
            Tail = tail,
        };
        V sum = V.Zero, projection = V.Zero;
        var i = 0;
        for (; i <= _length - V.Count; i += V.Count)
            at.Add(i, ref sum, ref projection, isTail: false);
        if (i < _length)
            at.Add(i, ref sum, ref projection, isTail: true);
        if (_dx == null)
            return;

        var average = _mean == null ? V.Zero : V.Create(V.Sum(sum) / _length);
        var slope = V.Create(V.Sum(projection) / _length);
        var dx = _dx + ((long)row * _length);
        for (i = 0; i <= _length - V.Count; i += V.Count)
            at.Write(i, dx + i, average, slope, _accumulate, isTail: false);
        if (i < _length)
            at.Write(i, dx + i, average, slope, _accumulate, isTail: true);
    }

    /// <summary>A row, of which vectors are taken one by one.</summary>
    private ref struct Places<V>
        where V : struct, IVector<V>
    {
        public float* X;
        public float* Dy;
        public float* Weight;
        public float* Sums;
        public int Length;
        public V Mean;
        public V Rstd;
        public V Tail;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Add(int i, ref V sum, ref V projection, bool isTail)
        {
            var dy = Lanes.Load(Dy + i, Tail, isTail);
            var normalized = Lanes.Keep((Lanes.Load(X + i, Tail, isTail) - Mean) * Rstd, Tail, isTail);
            var g = Weight == null ? dy : dy * Lanes.Load(Weight + i, Tail, isTail);
            sum += g;
            projection = V.MultiplyAdd(g, normalized, projection);
            if (Sums == null)
                return;
            Lanes.Store(Sums + i, V.MultiplyAdd(dy, normalized, Lanes.Load(Sums + i, Tail, isTail)), Tail, isTail);
            Lanes.Store(Sums + Length + i, Lanes.Load(Sums + Length + i, Tail, isTail) + dy, Tail, isTail);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Write(int i, float* dx, V average, V slope, bool accumulate, bool isTail)
        {
            var normalized = (Lanes.Load(X + i, Tail, isTail) - Mean) * Rstd;
            var dy = Lanes.Load(Dy + i, Tail, isTail);
            var g = Weight == null ? dy : dy * Lanes.Load(Weight + i, Tail, isTail);
            var value = Rstd * (g - average - (normalized * slope));
            Lanes.Store(dx, accumulate ? Lanes.Load(dx, Tail, isTail) + value : value, Tail, isTail);
        }
    }
}
