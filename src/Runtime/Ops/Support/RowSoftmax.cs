using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The softmax of rows, and its gradient: where the dim is the innermost, one call takes a row that stays in the cache.</summary>
internal static unsafe class RowSoftmax
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 8192;

    /// <summary>Writes the softmax of each row.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The results.</param>
    /// <param name="size">Elements of a row.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int size)
    {
        y.Check(x.Length);
        fixed (float* px = x, py = y)
        {
            ForwardJob job = new() { X = px, Y = py, Size = size, Rows = Parts(x.Length, size) };
            Threads.Run(job.Rows.Pieces, ref job);
        }
    }

    /// <summary>Writes <c>y · (dy - Σ y dy)</c> for each row, or adds it.</summary>
    /// <param name="y">The softmax.</param>
    /// <param name="dy">Its gradient.</param>
    /// <param name="dx">Where to write.</param>
    /// <param name="size">Elements of a row.</param>
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx, int size)
    {
        dy.Check(y.Length);
        dx.Span.Check(y.Length);
        fixed (float* py = y, pdy = dy, pdx = dx.Span)
        {
            BackwardJob job = new() { Y = py, Dy = pdy, Dx = pdx, Accumulate = dx.Accumulate, Size = size, Rows = Parts(y.Length, size) };
            Threads.Run(job.Rows.Pieces, ref job);
        }
    }

    /// <summary>The largest element of a row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="size">Its elements.</param>
    /// <param name="tail">The lanes of what whole vectors leave.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest<V>(float* x, nint size, V tail)
        where V : struct, IVector<V>
    {
        var least = V.Create(float.NegativeInfinity);
        var largest = least;
        nint i = 0;
        for (; i <= size - V.Count; i += V.Count)
            largest = V.Max(largest, V.Load(x + i));
        if (i < size)
            largest = V.Max(largest, V.Select(tail, V.Load(x + i, tail), least));
        return V.MaxAcross(largest);
    }

    /// <summary>Writes the softmax of a row, also in place.</summary>
    /// <param name="x">The row.</param>
    /// <param name="y">Where to write.</param>
    /// <param name="size">Elements of the row.</param>
    /// <param name="tail">The lanes of what whole vectors leave.</param>
    /// <param name="largest">The row's largest element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Weigh<V>(float* x, float* y, nint size, V tail, float largest)
        where V : struct, IVector<V>
    {
        var shift = V.Create(largest);
        var sum = V.Zero;
        nint i = 0;
        for (; i <= size - V.Count; i += V.Count)
            sum += Exponential(x + i, y + i, shift, tail, isTail: false);
        if (i < size)
            sum += Exponential(x + i, y + i, shift, tail, isTail: true);

        var scale = V.Create(1 / V.Sum(sum));
        for (i = 0; i <= size - V.Count; i += V.Count)
            V.Store(y + i, V.Load(y + i) * scale);
        if (i < size)
            V.Store(y + i, tail, V.Load(y + i, tail) * scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Exponential<V>(float* x, float* y, V shift, V tail, bool isTail)
        where V : struct, IVector<V>
    {
        var exponential = Lanes.Keep(V.Exp(Lanes.Load(x, tail, isTail) - shift), tail, isTail);
        Lanes.Store(y, exponential, tail, isTail);
        return exponential;
    }

    private static Split Parts(int length, int size)
    {
        var rows = size == 0 ? 0 : length / size;
        return new Split(rows, (int)Math.Clamp(Math.Min((long)length / PartLength, rows), 1, Threads.MaxCount));
    }

    private struct ForwardJob : IJob
    {
        public float* X;
        public float* Y;
        public nint Size;
        public Split Rows;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<V>(int part)
            where V : struct, IVector<V>
        {
            var tail = V.FirstLanes((int)(Size % V.Count));
            var end = Rows.Start(part + 1);
            for (var row = Rows.Start(part); row < end; row++)
                Weigh(X + row * Size, Y + row * Size, Size, tail, Largest(X + row * Size, Size, tail));
        }
    }

    private struct BackwardJob : IJob
    {
        public float* Y;
        public float* Dy;
        public float* Dx;
        public bool Accumulate;
        public nint Size;
        public Split Rows;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<V>(int part)
            where V : struct, IVector<V>
        {
            var tail = V.FirstLanes((int)(Size % V.Count));
            var end = Rows.Start(part + 1);
            for (var row = Rows.Start(part); row < end; row++)
                Row(Y + row * Size, Dy + row * Size, Dx + row * Size, tail);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void Row<V>(float* y, float* dy, float* dx, V tail)
            where V : struct, IVector<V>
        {
            var sum = V.Zero;
            nint i = 0;
            for (; i <= Size - V.Count; i += V.Count)
                sum = V.MultiplyAdd(V.Load(y + i), V.Load(dy + i), sum);
            if (i < Size)
                sum = V.MultiplyAdd(V.Load(y + i, tail), V.Load(dy + i, tail), sum);

            var total = V.Create(V.Sum(sum));
            for (i = 0; i <= Size - V.Count; i += V.Count)
                Write(y + i, dy + i, dx + i, total, tail, isTail: false);
            if (i < Size)
                Write(y + i, dy + i, dx + i, total, tail, isTail: true);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void Write<V>(float* y, float* dy, float* dx, V total, V tail, bool isTail)
            where V : struct, IVector<V>
        {
            var gradient = Lanes.Load(y, tail, isTail) * (Lanes.Load(dy, tail, isTail) - total);
            Lanes.Store(dx, Accumulate ? gradient + Lanes.Load(dx, tail, isTail) : gradient, tail, isTail);
        }
    }
}
