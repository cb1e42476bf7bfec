using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Gradients of looked-up rows. The lookups are listed by row first, so that each row is summed in registers, in the order of its
/// lookups, and written once.
/// </summary>
internal unsafe struct RowGradientJob : IJob
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 1 << 15;

    private Split _rows;
    private int* _ends;
    private int* _lookups;
    private float* _dy;
    private float* _target;
    private int _length;
    private bool _accumulate;
    private bool _isMean;

    /// <summary>Computes them.</summary>
    /// <param name="indices">Which rows were looked up.</param>
    /// <param name="padding">A row that receives no gradient; negative: none.</param>
    /// <param name="dy">The gradient of each lookup.</param>
    /// <param name="dmatrix">The gradient of the matrix.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="length">Elements of a row.</param>
    /// <param name="isMean">Whether a row's gradient is divided by how often it was looked up.</param>
    public static void Run(ReadOnlySpan<long> indices, int padding, ReadOnlySpan<float> dy, Gradient dmatrix, int rows, int length, bool isMean)
    {
        dy.Check(indices.Length * length);
        dmatrix.Span.Check(rows * length);
        using var forEnds = Scratch.Rent(rows + 1L);
        using var forLookups = Scratch.Rent(indices.Length + 1L);
        var ends = forEnds.Integers(rows + 1);
        List(indices, padding, ends, forLookups.Integers(indices.Length));
        var parts = (int)Math.Clamp((long)dmatrix.Span.Length / PartLength, 1, Math.Max(1, rows));
        fixed (float* pdy = dy, pt = dmatrix.Span)
        {
            RowGradientJob job = new()
            {
                _rows = new Split(rows, parts),
                _ends = (int*)forEnds.Pointer,
                _lookups = (int*)forLookups.Pointer,
                _dy = pdy,
                _target = pt,
                _length = length,
                _accumulate = dmatrix.Accumulate,
                _isMean = isMean,
            };
            Threads.Run(parts, ref job);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var tail = V.FirstLanes(_length % V.Count);
        var end = _rows.Start(part + 1);
        for (var row = _rows.Start(part); row < end; row++)
        {
            var lookups = new ReadOnlySpan<int>(_lookups + _ends[row], _ends[row + 1] - _ends[row]);
            if (_accumulate && lookups.IsEmpty)
                continue;
            var target = _target + ((nint)row * _length);
            var scale = V.Create(_isMean && lookups.Length > 1 ? 1f / lookups.Length : 1f);
            var i = 0;
            for (; i <= _length - (4 * V.Count); i += 4 * V.Count)
                Sum4(lookups, i, target + i, scale, tail);
            for (; i <= _length - V.Count; i += V.Count)
                Sum(lookups, i, target + i, scale, tail, isTail: false);
            if (i < _length)
                Sum(lookups, i, target + i, scale, tail, isTail: true);
        }
    }

    /// <summary>Lists the lookups by row; those of a row end where those of the next begin.</summary>
    private static void List(ReadOnlySpan<long> indices, int padding, Span<int> ends, Span<int> lookups)
    {
        ends.Clear();
        foreach (var index in indices)
        {
            if (index != padding)
                ends[(int)index]++;
        }

        var before = 0;
        foreach (ref var end in ends)
        {
            var count = end;
            end = before;
            before += count;
        }

        // Filled from the back, what was the end of a row becomes its start.
        for (var i = 0; i < ends.Length - 1; i++)
            ends[i] = ends[i + 1];
        for (var i = indices.Length - 1; i >= 0; i--)
        {
            if (indices[i] != padding)
                lookups[--ends[(int)indices[i]]] = i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Sum4<V>(ReadOnlySpan<int> lookups, int column, float* target, V scale, V tail)
        where V : struct, IVector<V>
    {
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        foreach (var lookup in lookups)
        {
            var dy = _dy + ((nint)lookup * _length) + column;
            a += V.Load(dy);
            b += V.Load(dy + V.Count);
            c += V.Load(dy + (2 * V.Count));
            d += V.Load(dy + (3 * V.Count));
        }

        Put(target, a * scale, tail, isTail: false);
        Put(target + V.Count, b * scale, tail, isTail: false);
        Put(target + (2 * V.Count), c * scale, tail, isTail: false);
        Put(target + (3 * V.Count), d * scale, tail, isTail: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Sum<V>(ReadOnlySpan<int> lookups, int column, float* target, V scale, V tail, bool isTail)
        where V : struct, IVector<V>
    {
        var sum = V.Zero;
        foreach (var lookup in lookups)
            sum += Lanes.Load(_dy + ((nint)lookup * _length) + column, tail, isTail);
        Put(target, sum * scale, tail, isTail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Put<V>(float* target, V sum, V tail, bool isTail)
        where V : struct, IVector<V>
        => Lanes.Store(target, _accumulate ? Lanes.Load(target, tail, isTail) + sum : sum, tail, isTail);
}
