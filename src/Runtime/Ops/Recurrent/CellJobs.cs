using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>A matrix whose rows are samples. Null: zeros.</summary>
/// <param name="first">The first row.</param>
/// <param name="step">How far two rows lie apart.</param>
internal readonly unsafe struct Samples(float* first, int step)
{
    private readonly float* _first = first;

    /// <summary>Some units of a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Load<V>(int sample, int unit, V mask)
        where V : struct, IVector<V>
        => _first == null ? V.Zero : V.Load(At(sample, unit), mask);

    /// <summary>Where a unit of a sample lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int sample, int unit) => _first + ((long)sample * step) + unit;
}

/// <summary>How the samples of a step are shared among threads.</summary>
internal static class CellParts
{
    /// <summary>Units worth a thread of their own.</summary>
    private const int PartLength = 4096;

    public static int Count(int batch, int hidden) => (int)Math.Max(1, Math.Min((long)batch * hidden / PartLength, batch));
}

/// <summary>One step of all samples, after the matrix products.</summary>
internal unsafe struct CellForwardJob<TCell> : IJob
    where TCell : struct, IRecurrentCell
{
    /// <summary>The first of the samples that are meant.</summary>
    public int First;

    /// <summary>How many they are.</summary>
    public int Batch;
    public int Hidden;
    public Samples Gates;
    public Samples Previous;
    public Samples PreviousCell;
    public Samples Cell;
    public Samples Result;

    public readonly int Parts => CellParts.Count(Batch, Hidden);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split samples = new(Batch, Parts);
        for (var n = First + samples.Start(part); n < First + samples.Start(part + 1); n++)
        {
            for (var j = 0; j < Hidden; j += V.Count)
            {
                var mask = V.FirstLanes(Hidden - j);
                var cell = PreviousCell.Load(n, j, mask);
                V.Store(Result.At(n, j), mask, TCell.Forward(Gates.At(n, j), Hidden, mask, Previous.Load(n, j, mask), ref cell));
                if (TCell.HasCellState)
                    V.Store(Cell.At(n, j), mask, cell);
            }
        }
    }
}

/// <summary>The gradients of one step of all samples, before the matrix products.</summary>
internal unsafe struct CellBackwardJob<TCell> : IJob
    where TCell : struct, IRecurrentCell
{
    /// <summary>The first of the samples that are meant.</summary>
    public int First;

    /// <summary>How many they are.</summary>
    public int Batch;
    public int Hidden;
    public Samples Gates;
    public Samples GateGradients;
    public Samples Previous;
    public Samples PreviousCell;
    public Samples Cell;
    public Samples ResultGradient;
    public Samples CellGradient;
    public Samples Direct;

    public readonly int Parts => CellParts.Count(Batch, Hidden);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split samples = new(Batch, Parts);
        for (var n = First + samples.Start(part); n < First + samples.Start(part + 1); n++)
        {
            for (var j = 0; j < Hidden; j += V.Count)
            {
                var mask = V.FirstLanes(Hidden - j);
                var dcell = CellGradient.Load(n, j, mask);
                var direct = TCell.Backward(
                    Gates.At(n, j),
                    GateGradients.At(n, j),
                    Hidden,
                    mask,
                    Previous.Load(n, j, mask),
                    PreviousCell.Load(n, j, mask),
                    Cell.Load(n, j, mask),
                    ResultGradient.Load(n, j, mask),
                    ref dcell);
                if (TCell.HasCellState)
                    V.Store(CellGradient.At(n, j), mask, dcell);
                if (TCell.HasDirectPath)
                    V.Store(Direct.At(n, j), mask, direct);
            }
        }
    }
}
