namespace NnGen.Kernels;

/// <summary>Attention, each product of queries and keys by itself: scores of some queries, their softmax, the sums of values.</summary>
internal unsafe struct AttentionForwardJob : IJob
{
    public AttentionSizes Sizes;
    public AttentionOptions Options;
    public AttentionMask Mask;
    public float* Query;
    public float* Key;
    public float* Value;
    public float* Y;

    public readonly int Parts => Math.Clamp(Sizes.Batch, 1, Threads.MaxCount);

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split batches = new(Sizes.Batch, Parts);
        using var scratch = Scratch.Rent(Math.Max(1, Sizes.BlockLength));
        for (var batch = batches.Start(part); batch < batches.Start(part + 1); batch++)
        {
            for (var block = 0; block < Sizes.Blocks; block++)
                Block<V>(batch, block, scratch.Pointer);
        }
    }

    private readonly void Block<V>(int batch, int block, float* scores)
        where V : struct, IVector<V>
    {
        var (rows, keys, first) = (Sizes.RowsOf(block), Sizes.KeysOf(block, Options.IsCausal), Sizes.FirstRow(block));
        var start = ((long)batch * Sizes.Queries) + first;
        var weights = new Span<float>(scores, rows * keys);
        AttentionScores.Compute(Sizes, Options, Mask, Query, Key, batch, block, weights);
        AttentionWeights.Run<V>(scores, rows, keys);
        Options.Drop(Sizes, batch, block, weights);
        var values = new ReadOnlySpan<float>(Value + ((long)batch * Sizes.Keys * Sizes.ValueFeatures), keys * Sizes.ValueFeatures);
        var y = new Span<float>(Y + (start * Sizes.ValueFeatures), rows * Sizes.ValueFeatures);
        Gemm.Run(false, false, rows, Sizes.ValueFeatures, keys, 1, weights, keys, values, Sizes.ValueFeatures, 0, y, Sizes.ValueFeatures);
    }
}
