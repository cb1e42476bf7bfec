using System.ComponentModel;
using System.Runtime.InteropServices;
using NnGen.Kernels;

namespace NnGen.CompilerServices;

/// <summary>
/// The loops over pointwise ops. Each element is computed by the same instructions wherever it stands and however many threads
/// run, and the gradient of a broadcast input is summed in an order that the shape alone decides.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Pointwise
{
    /// <summary>Parts of a job that sums gradients of broadcast inputs: each needs memory of its own.</summary>
    private const int MaxSummingParts = 32;

    /// <summary>Computes an op of one input. The result may be the input's own memory.</summary>
    public static void Forward<TOp>(TOp op, ReadOnlySpan<float> a, Span<float> y)
        where TOp : struct, IPointwise1
        => RunForward(new Elementwise1<TOp>(op), a, default, default, y, null);

    /// <summary>Computes an op of two inputs. The result may be the memory of an input that is not broadcast.</summary>
    public static void Forward<TOp>(TOp op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, BroadcastLayout? layout)
        where TOp : struct, IPointwise2
        => RunForward(new Elementwise2<TOp>(op), a, b, default, y, layout);

    /// <summary>Computes an op of three inputs. The result may be the memory of an input that is not broadcast.</summary>
    public static void Forward<TOp>(
        TOp op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, Span<float> y, BroadcastLayout? layout)
        where TOp : struct, IPointwise3
        => RunForward(new Elementwise3<TOp>(op), a, b, c, y, layout);

    /// <summary>
    /// Computes the gradient of the input of an op. Values that its derivative does not read may be default. The gradient of
    /// the result and that of the input may be the same memory.
    /// </summary>
    public static void Backward<TOp>(TOp op, ReadOnlySpan<float> a, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient da)
        where TOp : struct, IPointwise1
        => RunBackward(new Elementwise1<TOp>(op), a, default, default, y, dy, da, default, default, null);

    /// <summary>Computes the gradients of two inputs, summed over the dimensions in which an input was broadcast.</summary>
    public static void Backward<TOp>(
        TOp op,
        ReadOnlySpan<float> a,
        ReadOnlySpan<float> b,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient da,
        Gradient db,
        BroadcastLayout? layout)
        where TOp : struct, IPointwise2
        => RunBackward(new Elementwise2<TOp>(op), a, b, default, y, dy, da, db, default, layout);

    /// <summary>Computes the gradients of three inputs, summed over the dimensions in which an input was broadcast.</summary>
    public static void Backward<TOp>(
        TOp op,
        ReadOnlySpan<float> a,
        ReadOnlySpan<float> b,
        ReadOnlySpan<float> c,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient da,
        Gradient db,
        Gradient dc,
        BroadcastLayout? layout)
        where TOp : struct, IPointwise3
        => RunBackward(new Elementwise3<TOp>(op), a, b, c, y, dy, da, db, dc, layout);

    private static void RunForward<TOp>(
        TOp op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, Span<float> y, BroadcastLayout? layout)
        where TOp : struct, IElementwise
    {
        CheckInput(a.Length, 0, y.Length, layout, nameof(a));
        if (TOp.Inputs > 1) CheckInput(b.Length, 1, y.Length, layout, nameof(b));
        if (TOp.Inputs > 2) CheckInput(c.Length, 2, y.Length, layout, nameof(c));
        if (y.IsEmpty) return;
        fixed (float* pa = a, pb = b, pc = c, py = y)
        {
            ForwardJob<TOp> job = new()
            {
                Op = op,
                Layout = layout,
                Partition = new Partition(layout, y.Length, int.MaxValue),
                A = pa,
                B = pb,
                C = pc,
                Y = py,
            };
            Threads.Run(job.Partition.Parts, ref job);
        }
    }

    private static void RunBackward<TOp>(
        TOp op,
        ReadOnlySpan<float> a,
        ReadOnlySpan<float> b,
        ReadOnlySpan<float> c,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient da,
        Gradient db,
        Gradient dc,
        BroadcastLayout? layout)
        where TOp : struct, IElementwise
    {
        if (!da.IsWanted && !db.IsWanted && !dc.IsWanted) return;
        CheckRead<TOp>(Reads.A, a.Length, 0, dy.Length, layout, nameof(a));
        CheckRead<TOp>(Reads.B, b.Length, 1, dy.Length, layout, nameof(b));
        CheckRead<TOp>(Reads.C, c.Length, 2, dy.Length, layout, nameof(c));
        if ((TOp.Reads & Reads.Result) != 0) Check(y.Length, dy.Length, nameof(y));
        if (da.IsWanted) CheckInput(da.Span.Length, 0, dy.Length, layout, nameof(da));
        if (db.IsWanted) CheckInput(db.Span.Length, 1, dy.Length, layout, nameof(db));
        if (dc.IsWanted) CheckInput(dc.Span.Length, 2, dy.Length, layout, nameof(dc));

        long repeatedA = RepeatedLength(da, 0, layout);
        long repeatedB = RepeatedLength(db, 1, layout);
        long repeatedC = RepeatedLength(dc, 2, layout);
        long repeated = repeatedA + repeatedB + repeatedC;
        Partition partition = new(layout, dy.Length, MaxParts(dy.Length, repeated));
        using Scratch scratch = Scratch.Rent(repeated * partition.Parts);
        NativeMemory.Clear(scratch.Pointer, (nuint)(repeated * partition.Parts * sizeof(float)));
        float* sums = scratch.Pointer;
        fixed (float* pa = a, pb = b, pc = c, py = y, pdy = dy, pda = da.Span, pdb = db.Span, pdc = dc.Span)
        {
            BackwardJob<TOp> job = new()
            {
                Op = op,
                Layout = layout,
                Partition = partition,
                A = (TOp.Reads & Reads.A) != 0 ? pa : null,
                B = (TOp.Reads & Reads.B) != 0 ? pb : null,
                C = (TOp.Reads & Reads.C) != 0 ? pc : null,
                Y = (TOp.Reads & Reads.Result) != 0 ? py : null,
                Dy = pdy,
                Da = new(pda, da.Span.Length, da.Accumulate, 0, repeatedA > 0, sums),
                Db = new(pdb, db.Span.Length, db.Accumulate, 1, repeatedB > 0, sums += repeatedA * partition.Parts),
                Dc = new(pdc, dc.Span.Length, dc.Accumulate, 2, repeatedC > 0, sums + repeatedB * partition.Parts),
            };
            if (!dy.IsEmpty) Threads.Run(partition.Parts, ref job);
            job.Da.Merge(partition.Parts);
            job.Db.Merge(partition.Parts);
            job.Dc.Merge(partition.Parts);
        }
    }

    /// <summary>The sums of all parts together take no more memory than the result.</summary>
    private static int MaxParts(int count, long repeated)
        => repeated == 0 ? int.MaxValue : (int)Math.Clamp(count / repeated, 1, MaxSummingParts);

    private static long RepeatedLength(Gradient gradient, int input, BroadcastLayout? layout)
        => gradient.IsWanted && layout is not null && layout.IsRepeated(input) ? gradient.Span.Length : 0;

    private static void CheckRead<TOp>(Reads input, int length, int index, int resultLength, BroadcastLayout? layout, string name)
        where TOp : struct, IElementwise
    {
        if ((TOp.Reads & input) != 0) CheckInput(length, index, resultLength, layout, name);
    }

    private static void CheckInput(int length, int index, int resultLength, BroadcastLayout? layout, string name)
    {
        if (layout is not null) Check(resultLength, layout.Rows * layout.RowLength, "y");
        Check(length, layout?.LengthOf(index) ?? resultLength, name);
    }

    private static void Check(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"'{name}' has {length} elements, but the shapes call for {expected}.");
    }
}
