using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Sums the columns of matrices, each part some groups of columns.</summary>
internal unsafe struct ColumnSumJob : IJob
{
    /// <summary>Columns summed together: whole cache lines of every row.</summary>
    private const int GroupLength = 64;

    /// <summary>Rows summed in one go.</summary>
    private const int BlockRows = 64;

    /// <summary>Elements worth a thread of their own.</summary>
    private const long PartLength = 1 << 15;

    public float* X;
    public SumTarget Target;
    public int Outer;
    public int N;
    public int Inner;

    public readonly int Parts => (int)Math.Clamp((long)Outer * N * Inner / PartLength, 1, Groups);

    private readonly int GroupsInRow => (Inner + GroupLength - 1) / GroupLength;

    private readonly int Groups => checked(Outer * GroupsInRow);

    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split groups = new(Groups, Parts);
        for (int group = groups.Start(part); group < groups.Start(part + 1); group++)
        {
            int outer = group / GroupsInRow;
            int start = group % GroupsInRow * GroupLength;
            int end = Math.Min(Inner, start + GroupLength);
            float* matrix = X + (long)outer * N * Inner;
            for (int column = start; column < end; column += V.Count)
            {
                V mask = V.FirstLanes(end - column);
                Target.Put((long)outer * Inner + column, mask, Pairwise(matrix + column, mask, N));
            }
        }
    }

    /// <summary>The sum of the blocks' sums, halved again and again at whole blocks.</summary>
    private V Pairwise<V>(float* x, V mask, int rows)
        where V : struct, IVector<V>
    {
        if (rows <= BlockRows) return Block(x, mask, rows);
        int half = (rows / 2 + BlockRows - 1) / BlockRows * BlockRows;
        return Pairwise(x, mask, half) + Pairwise(x + (long)half * Inner, mask, rows - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Block<V>(float* x, V mask, int rows)
        where V : struct, IVector<V>
    {
        V even = V.Zero;
        V odd = V.Zero;
        nint step = Inner;
        for (; rows >= 2; rows -= 2)
        {
            even += V.Load(x, mask);
            odd += V.Load(x + step, mask);
            x += 2 * step;
        }

        return rows == 0 ? even + odd : even + V.Load(x, mask) + odd;
    }
}
