using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Gradients of an attention, each product of queries and keys by itself: the weights of some queries are computed again from the
/// scores.
/// </summary>
internal unsafe struct AttentionBackwardJob : IJob
{
    public AttentionSizes Sizes;
    public AttentionOptions Options;
    public AttentionMask Mask;
    public float* Query;
    public float* Key;
    public float* Value;
    public float* Dy;

    /// <summary>The gradients; null where unwanted. All but that of queries hold what is added to.</summary>
    public float* QueryGradient;
    public float* KeyGradient;
    public float* ValueGradient;
    public float* MaskGradient;
    public bool AccumulatesQuery;

    /// <summary>Products may share parts of a mask: its gradient is summed in their order.</summary>
    public readonly int Parts => MaskGradient != null ? 1 : Math.Clamp(Sizes.Batch, 1, Threads.MaxCount);

    /// <summary>Makes a gradient one that is added to.</summary>
    public static void Clear(Gradient gradient)
    {
        if (gradient.IsWanted && !gradient.Accumulate)
            gradient.Span.Clear();
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split batches = new(Sizes.Batch, Parts);
        using var scratch = Scratch.Rent(Math.Max(1, 3L * Sizes.BlockLength));
        for (var batch = batches.Start(part); batch < batches.Start(part + 1); batch++)
        {
            for (var block = 0; block < Sizes.Blocks; block++)
                Block<V>(batch, block, scratch.Pointer);
        }
    }

    private readonly void Block<V>(int batch, int block, float* memory)
        where V : struct, IVector<V>
    {
        var (rows, keys, first) = (Sizes.RowsOf(block), Sizes.KeysOf(block, Options.IsCausal), Sizes.FirstRow(block));
        var (features, valueFeatures) = (Sizes.Features, Sizes.ValueFeatures);
        var start = ((long)batch * Sizes.Queries) + first;
        var firstKey = (long)batch * Sizes.Keys;
        var weights = new Span<float>(memory, rows * keys);
        var dweights = new Span<float>(memory + Sizes.BlockLength, rows * keys);
        var dropped = new Span<float>(memory + (2L * Sizes.BlockLength), rows * keys);
        var dy = new ReadOnlySpan<float>(Dy + (start * valueFeatures), rows * valueFeatures);
        AttentionScores.Compute(Sizes, Options, Mask, Query, Key, batch, block, weights);
        AttentionWeights.Run<V>(memory, rows, keys);
        if (ValueGradient != null)
        {
            weights.CopyTo(dropped);
            Options.Drop(Sizes, batch, block, dropped);
            var target = new Span<float>(ValueGradient + (firstKey * valueFeatures), keys * valueFeatures);
            Gemm.Run(true, false, keys, valueFeatures, rows, 1, dropped, keys, dy, valueFeatures, 1, target, valueFeatures);
        }

        var values = new ReadOnlySpan<float>(Value + (firstKey * valueFeatures), keys * valueFeatures);
        Gemm.Run(false, true, rows, keys, valueFeatures, 1, dy, valueFeatures, values, valueFeatures, 0, dweights, keys);
        Options.Drop(Sizes, batch, block, dweights);
        ToScores<V>(memory, memory + Sizes.BlockLength, rows, keys);
        if (MaskGradient != null)
            Mask.AddGradient(dweights, MaskGradient, batch, first, keys);
        if (QueryGradient != null)
        {
            var all = new ReadOnlySpan<float>(Key + (firstKey * features), keys * features);
            var target = new Span<float>(QueryGradient + (start * features), rows * features);
            Gemm.Run(false, false, rows, features, keys, Options.Scale, dweights, keys, all, features, AccumulatesQuery ? 1 : 0, target, features);
        }

        if (KeyGradient != null)
        {
            var queries = new ReadOnlySpan<float>(Query + (start * features), rows * features);
            var target = new Span<float>(KeyGradient + (firstKey * features), keys * features);
            Gemm.Run(true, false, keys, features, rows, Options.Scale, dweights, keys, queries, features, 1, target, features);
        }
    }

    /// <summary>
    /// Gradients of weights to gradients of scores: <c>w · (dw - Σ w dw)</c>. That the weights' sum is 1 up to rounding alone would
    /// show where one of them is nearly 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ToScores<V>(float* weights, float* gradients, int rows, int keys)
        where V : struct, IVector<V>
    {
        for (var row = 0; row < rows; row++, weights += keys, gradients += keys)
        {
            var sums = V.Zero;
            var totals = V.Zero;
            for (var i = 0; i < keys; i += V.Count)
            {
                var mask = V.FirstLanes(keys - i);
                var weight = V.Load(weights + i, mask);
                sums = V.MultiplyAdd(weight, V.Load(gradients + i, mask), sums);
                totals += weight;
            }

            var total = V.Sum(totals);
            var sum = V.Create(total == 0 ? 0 : V.Sum(sums) / total);
            for (var i = 0; i < keys; i += V.Count)
            {
                var mask = V.FirstLanes(keys - i);
                V.Store(gradients + i, mask, V.Load(weights + i, mask) * (V.Load(gradients + i, mask) - sum));
            }
        }
    }
}
