namespace NnGen.Kernels;

/// <summary>Scores of some queries, which both passes compute.</summary>
internal static unsafe class AttentionScores
{
    /// <summary>Computes <c>scale · query · keyᵀ</c>, masked.</summary>
    public static void Compute(
        AttentionSizes sizes, AttentionOptions options, AttentionMask mask, float* query, float* key, int batch, int block, Span<float> scores)
    {
        var (rows, keys, first) = (sizes.RowsOf(block), sizes.KeysOf(block, options.IsCausal), sizes.FirstRow(block));
        var queries = new ReadOnlySpan<float>(query + ((((long)batch * sizes.Queries) + first) * sizes.Features), rows * sizes.Features);
        var all = new ReadOnlySpan<float>(key + ((long)batch * sizes.Keys * sizes.Features), keys * sizes.Features);
        Gemm.Run(false, true, rows, keys, sizes.Features, options.Scale, queries, sizes.Features, all, sizes.Features, 0, scores, keys);
        mask.Apply(scores, batch, first, keys);
        if (!options.IsCausal)
            return;
        for (var row = 0; row < rows; row++)
        {
            var seen = first + row + 1;
            if (seen < keys)
                scores.Slice((row * keys) + seen, keys - seen).Fill(float.NegativeInfinity);
        }
    }
}
