using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Sums rows; the chunks of a single long row are summed by different parts and added in pairs at the end.</summary>
internal unsafe struct RowSumJob : IJob
{
    /// <summary>Elements summed lane by lane.</summary>
    private const int BlockLength = 1024;

    /// <summary>Elements worth a thread of their own.</summary>
    private const int ChunkLength = 32 * BlockLength;

    public float* X;
    public SumTarget Target;
    public int Rows;
    public int N;

    /// <summary>Room for the sums of <see cref="ChunksIn"/> chunks.</summary>
    public float* Chunks;

    public static int ChunksIn(int n) => Math.Max(1, (n + ChunkLength - 1) / ChunkLength);

    public readonly int Parts => IsOneRow ? ChunksIn(N) : (int)Math.Clamp((long)Rows * N / ChunkLength, 1, Rows);

    private readonly bool IsOneRow => Rows == 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        if (IsOneRow)
        {
            int start = part * ChunkLength;
            Chunks[part] = Pairwise<V>(X + start, Math.Min(ChunkLength, N - start));
            return;
        }

        Split rows = new(Rows, Parts);
        for (int row = rows.Start(part); row < rows.Start(part + 1); row++)
            Target.Put(row, Pairwise<V>(X + (long)row * N, N));
    }

    /// <summary>Adds up the chunks of a single row.</summary>
    public readonly void Finish()
    {
        if (IsOneRow) Target.Put(0, Pairwise<Vec1>(Chunks, ChunksIn(N)));
    }

    /// <summary>The sum of the blocks' sums, halved again and again at whole blocks.</summary>
    private static float Pairwise<V>(float* x, int n)
        where V : struct, IVector<V>
    {
        if (n <= BlockLength) return Block<V>(x, n);
        int half = (n / 2 + BlockLength - 1) / BlockLength * BlockLength;
        return Pairwise<V>(x, half) + Pairwise<V>(x + half, n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Block<V>(float* x, int n)
        where V : struct, IVector<V>
    {
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        for (; n >= 4 * V.Count; n -= 4 * V.Count)
        {
            a += V.Load(x);
            b += V.Load(x + V.Count);
            c += V.Load(x + 2 * V.Count);
            d += V.Load(x + 3 * V.Count);
            x += 4 * V.Count;
        }

        for (; n > 0; n -= V.Count)
        {
            a += V.Load(x, V.FirstLanes(n));
            x += V.Count;
        }

        return V.Sum((a + b) + (c + d));
    }
}
