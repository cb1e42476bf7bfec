using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>For each line along a dim the sum of its elements, or of their products with another tensor's.</summary>
internal unsafe struct LineSumJob : IJob
{
    public Lines Lines;
    public float* X;
    public float* Factor;
    public float* Sums;

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
        var (at, end) = ((long)Lines.Start(block), (long)Lines.Start(block) + Lines.Axis.Size);
        var sum = V.Zero;
        for (; at <= end - V.Count; at += V.Count)
            sum += Factor == null ? V.Load(X + at) : V.Load(X + at) * V.Load(Factor + at);
        if (at < end)
            sum += Term(at, V.FirstLanes((int)(end - at)));
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
