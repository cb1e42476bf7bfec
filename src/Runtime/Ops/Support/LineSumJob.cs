using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>For each line along a dim the sum of its elements, or of their products with another tensor's.</summary>
internal unsafe struct LineSumJob : IJob
{
    public Lines Lines;
    public float* X;
    public float* Factor;
    public float* Sums;

    /// <summary>Computes the sums.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="factor">What each is multiplied by; empty: nothing.</param>
    /// <param name="axis">The dim.</param>
    /// <param name="sums">The sum of each line.</param>
    public static void Run(ReadOnlySpan<float> x, ReadOnlySpan<float> factor, Axis axis, Span<float> sums)
    {
        x.Check(axis.Lines * axis.Size);
        sums.Check(axis.Lines);
        if (!factor.IsEmpty)
            factor.Check(x.Length);
        fixed (float* px = x, pf = factor, ps = sums)
        {
            LineSumJob job = new() { Lines = new Lines(axis), X = px, Factor = pf, Sums = ps };
            Threads.Run(job.Lines.Parts, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var end = Lines.FirstBlock(part + 1);
        for (var block = Lines.FirstBlock(part); block < end; block++)
        {
            if (Lines.Axis.Inner == 1)
                Along<V>(block);
            else
                Across<V>(block);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Along<V>(int block)
        where V : struct, IVector<V>
    {
        long start = Lines.Start(block);
        var sum = V.Zero;
        for (var i = 0; i < Lines.Axis.Size; i += V.Count)
            sum += Term(start + i, V.FirstLanes(Lines.Axis.Size - i));
        Sums[Lines.FirstLine(block)] = V.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Across<V>(int block)
        where V : struct, IVector<V>
    {
        var count = Lines.Count(block);
        for (var lane = 0; lane < count; lane += V.Count)
        {
            var mask = V.FirstLanes(count - lane);
            long start = Lines.Start(block) + lane;
            var sum = V.Zero;
            for (var i = 0; i < Lines.Axis.Size; i++)
                sum += Term(start + ((long)i * Lines.Axis.Inner), mask);
            V.Store(Sums + Lines.FirstLine(block) + lane, mask, sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly V Term<V>(long at, V mask)
        where V : struct, IVector<V>
        => Factor == null ? V.Load(X + at, mask) : V.Load(X + at, mask) * V.Load(Factor + at, mask);
}
