using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>A function of an element, of the element of another tensor at the same place, and of three numbers of its line.</summary>
internal interface ILineFunction
{
    /// <summary>The result.</summary>
    /// <param name="x">The element.</param>
    /// <param name="z">The other tensor's element.</param>
    /// <param name="first">First number of the line.</param>
    /// <param name="second">Second number of the line.</param>
    /// <param name="third">Third number of the line.</param>
    static abstract V Apply<V>(V x, V z, V first, V second, V third)
        where V : struct, IVector<V>;
}

/// <summary>Applies a function to every element of the lines along a dim.</summary>
internal unsafe struct LineJob<TFunction> : IJob
    where TFunction : struct, ILineFunction
{
    public Lines Lines;
    public float* X;
    public float* Z;
    public float* First;
    public float* Second;
    public float* Third;
    public float* Y;
    public bool Accumulate;

    /// <summary>Writes every result to <paramref name="y"/>, or adds it.</summary>
    public static void Run(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> z,
        Axis axis,
        ReadOnlySpan<float> first,
        ReadOnlySpan<float> second,
        ReadOnlySpan<float> third,
        Span<float> y,
        bool accumulate)
    {
        x.Check(axis.Lines * axis.Size);
        z.Check(x.Length);
        y.Check(x.Length);
        first.Check(axis.Lines);
        second.Check(axis.Lines);
        third.Check(axis.Lines);
        fixed (float* px = x, pz = z, p1 = first, p2 = second, p3 = third, py = y)
        {
            LineJob<TFunction> job = new()
            {
                Lines = new Lines(axis),
                X = px,
                Z = pz,
                First = p1,
                Second = p2,
                Third = p3,
                Y = py,
                Accumulate = accumulate,
            };
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
        var line = Lines.FirstLine(block);
        var (first, second, third) = (V.Create(First[line]), V.Create(Second[line]), V.Create(Third[line]));
        var (at, end) = ((long)Lines.Start(block), (long)Lines.Start(block) + Lines.Axis.Size);
        for (; at <= end - V.Count; at += V.Count)
        {
            var y = TFunction.Apply(V.Load(X + at), V.Load(Z + at), first, second, third);
            V.Store(Y + at, Accumulate ? y + V.Load(Y + at) : y);
        }

        if (at < end)
            Step(at, V.FirstLanes((int)(end - at)), first, second, third);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Across<V>(int block)
        where V : struct, IVector<V>
    {
        var count = Lines.Count(block);
        for (var lane = 0; lane < count; lane += V.Count)
        {
            var mask = V.FirstLanes(count - lane);
            var line = Lines.FirstLine(block) + lane;
            var (first, second, third) = (V.Load(First + line, mask), V.Load(Second + line, mask), V.Load(Third + line, mask));
            long start = Lines.Start(block) + lane;
            for (var i = 0; i < Lines.Axis.Size; i++)
                Step(start + ((long)i * Lines.Axis.Inner), mask, first, second, third);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Step<V>(long at, V mask, V first, V second, V third)
        where V : struct, IVector<V>
    {
        var y = TFunction.Apply(V.Load(X + at, mask), V.Load(Z + at, mask), first, second, third);
        if (Accumulate)
            y += V.Load(Y + at, mask);
        V.Store(Y + at, mask, y);
    }
}
