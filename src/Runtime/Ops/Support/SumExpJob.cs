using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>For each line along a dim its largest element, and the sum of exponentials relative to it.</summary>
internal unsafe struct SumExpJob : IJob
{
    public Lines Lines;
    public float* X;
    public float* Max;
    public float* Sum;

    /// <summary>Where the exponentials go, unless lines are rows; null: nowhere.</summary>
    public float* Exponentials;

    /// <summary>Whether the logarithm of the sum is wanted, not the sum.</summary>
    public bool IsLogarithm;

    /// <summary>Computes both for every line.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The dim.</param>
    /// <param name="max">The largest elements.</param>
    /// <param name="sums">The sums.</param>
    public static void Run(ReadOnlySpan<float> x, Axis axis, Span<float> max, Span<float> sums)
    {
        x.Check(axis.Lines * axis.Size);
        max.Check(axis.Lines);
        sums.Check(axis.Lines);
        fixed (float* px = x, pm = max, ps = sums)
        {
            SumExpJob job = new() { Lines = new Lines(axis), X = px, Max = pm, Sum = ps };
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
        var size = Lines.Axis.Size;
        var x = X + Lines.Start(block);
        var least = V.Create(float.NegativeInfinity);
        var largest = least;
        var i = 0;
        for (; i <= size - V.Count; i += V.Count)
            largest = V.Max(largest, V.Load(x + i));
        var tail = V.FirstLanes(size - i);
        if (i < size)
            largest = V.Max(largest, V.Select(tail, V.Load(x + i, tail), least));

        var max = V.MaxAcross(largest);
        var shift = V.Create(max);
        var sum = V.Zero;
        for (i = 0; i <= size - V.Count; i += V.Count)
            sum += V.Exp(V.Load(x + i) - shift);
        if (i < size)
            sum += V.And(V.Exp(V.Select(tail, V.Load(x + i, tail), shift) - shift), tail);

        Max[Lines.FirstLine(block)] = max;
        Sum[Lines.FirstLine(block)] = IsLogarithm ? MathF.Log(V.Sum(sum)) : V.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Across<V>(int block)
        where V : struct, IVector<V>
    {
        var (size, inner) = (Lines.Axis.Size, Lines.Axis.Inner);
        var count = Lines.Count(block);
        for (var lane = 0; lane < count; lane += V.Count)
        {
            var mask = V.FirstLanes(count - lane);
            var x = X + Lines.Start(block) + lane;
            var largest = V.Create(float.NegativeInfinity);
            for (var i = 0; i < size; i++)
                largest = V.Max(largest, V.Load(x + ((long)i * inner), mask));
            var sum = V.Zero;
            var exponentials = Exponentials + Lines.Start(block) + lane;
            for (var i = 0; i < size; i++)
            {
                var exponential = V.Exp(V.Load(x + ((long)i * inner), mask) - largest);
                if (Exponentials != null)
                    V.Store(exponentials + ((long)i * inner), mask, exponential);
                sum += exponential;
            }

            V.Store(Max + Lines.FirstLine(block) + lane, mask, largest);
            V.Store(Sum + Lines.FirstLine(block) + lane, mask, IsLogarithm ? V.Log(sum) : sum);
        }
    }
}
