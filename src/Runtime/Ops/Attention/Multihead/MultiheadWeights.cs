namespace NnGen.Kernels;

/// <summary>The weights of an attention of several heads as a result, of each head or their mean, and what their gradient adds.</summary>
internal unsafe ref struct MultiheadWeights
{
    public MultiheadSizes Sizes;
    public AttentionOptions Options;
    public AttentionMask Mask;
    public bool IsAveraged;
    public float* Query;
    public float* Key;

    /// <summary>Computes the weights, after dropout.</summary>
    public readonly void Forward(Span<float> weights)
    {
        if (IsAveraged)
            weights.Clear();
        var sizes = Sizes.Attention;
        using var scratch = Scratch.Rent(Math.Max(1, sizes.BlockLength));
        for (var product = 0; product < sizes.Batch; product++)
        {
            for (var block = 0; block < sizes.Blocks; block++)
            {
                var values = scratch.Span(sizes.RowsOf(block) * sizes.Keys);
                Weights(product, block, values);
                Options.Drop(sizes, product, block, values);
                var target = weights.Slice(Start(product, block), values.Length);
                if (!IsAveraged)
                    values.CopyTo(target);
                else
                    System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(values, 1f / Sizes.Heads, target, target);
            }
        }
    }

    /// <summary>Adds what the gradient of the weights gives to those of queries, keys and the mask, which may be null.</summary>
    public readonly void Backward(ReadOnlySpan<float> dweights, Span<float> dquery, Span<float> dkey, float* dmask)
    {
        var sizes = Sizes.Attention;
        var features = sizes.Features;
        using var scratch = Scratch.Rent(Math.Max(1, 2L * sizes.BlockLength));
        for (var product = 0; product < sizes.Batch; product++)
        {
            for (var block = 0; block < sizes.Blocks; block++)
            {
                var rows = sizes.RowsOf(block);
                var weights = scratch.Span(rows * sizes.Keys);
                var gradients = scratch.Span(2 * rows * sizes.Keys)[weights.Length..];
                Weights(product, block, weights);
                System.Numerics.Tensors.TensorPrimitives.Multiply(
                    dweights.Slice(Start(product, block), weights.Length), IsAveraged ? 1f / Sizes.Heads : 1, gradients);
                Options.Drop(sizes, product, block, gradients);
                ToScores(weights, gradients, sizes.Keys);
                if (dmask != null)
                    Mask.AddGradient(gradients, dmask, product, sizes.FirstRow(block), sizes.Keys);
                var queries = ((product * sizes.Queries) + sizes.FirstRow(block)) * features;
                var keys = product * sizes.Keys * features;
                var query = new ReadOnlySpan<float>(Query + queries, rows * features);
                var key = new ReadOnlySpan<float>(Key + keys, sizes.Keys * features);
                Gemm.Run(false, false, rows, features, sizes.Keys, Options.Scale, gradients, sizes.Keys, key, features, 1, dquery.Slice(queries, rows * features), features);
                Gemm.Run(true, false, sizes.Keys, features, rows, Options.Scale, gradients, sizes.Keys, query, features, 1, dkey.Slice(keys, sizes.Keys * features), features);
            }
        }
    }

    /// <summary>Where the weights of a block begin in the result.</summary>
    private readonly int Start(int product, int block)
        => (((IsAveraged ? product / Sizes.Heads : product) * Sizes.Queries) + Sizes.Attention.FirstRow(block)) * Sizes.AllKeys;

    private readonly void Weights(int product, int block, Span<float> weights)
    {
        AttentionScores.Compute(Sizes.Attention, Options, Mask, Query, Key, product, block, weights);
        fixed (float* scores = weights)
            AttentionWeights.Run<Vec1>(scores, Sizes.Attention.RowsOf(block), Sizes.AllKeys);
    }

    private static void ToScores(ReadOnlySpan<float> weights, Span<float> gradients, int keys)
    {
        for (var start = 0; start < weights.Length; start += keys)
        {
            var row = weights.Slice(start, keys);
            var target = gradients.Slice(start, keys);
            var (sum, total) = (0.0, 0.0);
            for (var i = 0; i < keys; i++)
            {
                sum += (double)row[i] * target[i];
                total += row[i];
            }

            var mean = total == 0 ? 0 : sum / total;
            for (var i = 0; i < keys; i++)
                target[i] = (float)(row[i] * (target[i] - mean));
        }
    }
}
