using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Computes the gradients of a pointwise op, each part over segments of its own.</summary>
internal unsafe struct BackwardJob<TOp> : IJob
    where TOp : struct, IElementwise
{
    public TOp Op;
    public BroadcastLayout? Layout;
    public Partition Partition;
    public float* A;
    public float* B;
    public float* C;
    public float* Y;
    public float* Dy;
    public GradientTarget Da;
    public GradientTarget Db;
    public GradientTarget Dc;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        float* spread = stackalloc float[4 * V.Count];
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
            long position = (long)row * Partition.RowLength + start;
            Compute<V>(
                Op,
                RowInput.Of<V>(Layout, cursor, A, 0, start, spread),
                RowInput.Of<V>(Layout, cursor, B, 1, start, spread + V.Count),
                RowInput.Of<V>(Layout, cursor, C, 2, start, spread + 2 * V.Count),
                RowInput.Whole<V>(Y, position, spread + 3 * V.Count),
                Dy + position,
                Da.At(Layout, cursor, part, position, start),
                Db.At(Layout, cursor, part, position, start),
                Dc.At(Layout, cursor, part, position, start),
                Partition.LengthOf(segment));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<V>(
        TOp op, RowInput a, RowInput b, RowInput c, RowInput y, float* dy, GradientRow da, GradientRow db, GradientRow dc, int n)
        where V : struct, IVector<V>
    {
        V sumA = V.Zero;
        V sumB = V.Zero;
        V sumC = V.Zero;
        nint i = 0;
        nint offsetA = 0;
        nint offsetB = 0;
        nint offsetC = 0;
        nint offsetY = 0;
        for (; i <= n - V.Count; i += V.Count)
        {
            op.Backward(
                V.Load(a.Pointer + offsetA),
                TOp.Inputs > 1 ? V.Load(b.Pointer + offsetB) : V.Zero,
                TOp.Inputs > 2 ? V.Load(c.Pointer + offsetC) : V.Zero,
                V.Load(y.Pointer + offsetY),
                V.Load(dy + i),
                out V va,
                out V vb,
                out V vc);
            sumA = da.Put(i, va, sumA);
            if (TOp.Inputs > 1) sumB = db.Put(i, vb, sumB);
            if (TOp.Inputs > 2) sumC = dc.Put(i, vc, sumC);
            offsetA += a.Step;
            offsetB += b.Step;
            offsetC += c.Step;
            offsetY += y.Step;
        }

        if (i < n)
        {
            V mask = V.FirstLanes(n - (int)i);
            op.Backward(
                V.Load(a.Pointer + offsetA, mask),
                TOp.Inputs > 1 ? V.Load(b.Pointer + offsetB, mask) : V.Zero,
                TOp.Inputs > 2 ? V.Load(c.Pointer + offsetC, mask) : V.Zero,
                V.Load(y.Pointer + offsetY, mask),
                V.Load(dy + i, mask),
                out V va,
                out V vb,
                out V vc);
            sumA = da.Put(i, mask, va, sumA);
            if (TOp.Inputs > 1) sumB = db.Put(i, mask, vb, sumB);
            if (TOp.Inputs > 2) sumC = dc.Put(i, mask, vc, sumC);
        }

        da.Finish(sumA);
        db.Finish(sumB);
        dc.Finish(sumC);
    }
}
