using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Computes a pointwise op, each part over segments of its own.</summary>
internal unsafe struct ForwardJob<TOp> : IJob
    where TOp : struct, IElementwise
{
    public TOp Op;
    public BroadcastLayout? Layout;
    public Partition Partition;
    public float* A;
    public float* B;
    public float* C;
    public float* Y;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        float* spread = stackalloc float[3 * V.Count];
        long segment = Partition.FirstSegment(part);
        long end = Partition.FirstSegment(part + 1);
        int row = Partition.RowOf(segment);
        RowCursor cursor = new(Layout, row, stackalloc int[Layout?.OuterRank ?? 0]);
        for (; segment < end; segment++)
        {
            if (Partition.RowOf(segment) != row)
            {
                cursor.MoveNext();
                row++;
            }

            int start = Partition.StartOf(segment);
            Compute<V>(
                Op,
                RowInput.Of<V>(Layout, cursor, A, 0, start, spread),
                RowInput.Of<V>(Layout, cursor, B, 1, start, spread + V.Count),
                RowInput.Of<V>(Layout, cursor, C, 2, start, spread + 2 * V.Count),
                Y + (long)row * Partition.RowLength + start,
                Partition.LengthOf(segment));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<V>(TOp op, RowInput inputA, RowInput inputB, RowInput inputC, float* y, int n)
        where V : struct, IVector<V>
    {
        float* a = inputA.Pointer;
        float* b = inputB.Pointer;
        float* c = inputC.Pointer;
        nint stepA = inputA.Step;
        nint stepB = inputB.Step;
        nint stepC = inputC.Step;
        for (; n >= V.Count; n -= V.Count)
        {
            V.Store(y, op.Forward(
                V.Load(a),
                TOp.Inputs > 1 ? V.Load(b) : V.Zero,
                TOp.Inputs > 2 ? V.Load(c) : V.Zero));
            a += stepA;
            b += stepB;
            c += stepC;
            y += V.Count;
        }

        if (n == 0) return;
        V mask = V.FirstLanes(n);
        V.Store(y, mask, op.Forward(
            V.Load(a, mask),
            TOp.Inputs > 1 ? V.Load(b, mask) : V.Zero,
            TOp.Inputs > 2 ? V.Load(c, mask) : V.Zero));
    }
}
