namespace NnGen.Kernels;

/// <summary>Sizes of an attention, which is computed some rows of queries at a time, so that its memory is linear in the length.</summary>
/// <param name="Batch">Products of queries and keys: samples and heads.</param>
/// <param name="Queries">Number of queries.</param>
/// <param name="Keys">Number of keys and values.</param>
/// <param name="Features">Features of queries and keys.</param>
/// <param name="ValueFeatures">Features of values.</param>
internal readonly record struct AttentionSizes(int Batch, int Queries, int Keys, int Features, int ValueFeatures)
{
    /// <summary>Queries worked on together.</summary>
    private const int MaxRows = 64;

    /// <summary>Blocks of queries.</summary>
    public int Blocks => (Queries + MaxRows - 1) / MaxRows;

    /// <summary>Queries of a block.</summary>
    public int BlockRows => Math.Min(MaxRows, Queries);

    /// <summary>Room for the scores of a block.</summary>
    public int BlockLength => checked(BlockRows * Keys);

    /// <summary>Random numbers that dropout draws for one block, in whole groups of four.</summary>
    public long DrawsOfBlock => ((long)BlockLength + 3) / 4 * 4;

    /// <summary>The sizes, after the spans have been checked against them.</summary>
    public static AttentionSizes Checked(
        int batch,
        int queries,
        int keys,
        int features,
        int valueFeatures,
        ReadOnlySpan<float> query,
        ReadOnlySpan<float> key,
        ReadOnlySpan<float> value,
        ReadOnlySpan<float> y)
    {
        query.Check(batch * queries * features);
        key.Check(batch * keys * features);
        value.Check(batch * keys * valueFeatures);
        y.Check(batch * queries * valueFeatures);
        return new AttentionSizes(batch, queries, keys, features, valueFeatures);
    }

    /// <summary>First query of a block.</summary>
    public int FirstRow(int block) => block * MaxRows;

    /// <summary>How many queries a block has.</summary>
    public int RowsOf(int block) => Math.Min(MaxRows, Queries - FirstRow(block));

    /// <summary>How many keys the queries of a block can see.</summary>
    public int KeysOf(int block, bool isCausal) => isCausal ? Math.Min(Keys, FirstRow(block) + RowsOf(block)) : Keys;
}

/// <summary>What an attention does to its scores.</summary>
/// <param name="Scale">Their factor.</param>
/// <param name="IsCausal">Whether a query sees only the keys up to its own position.</param>
/// <param name="Dropout">Probability of a weight to be dropped.</param>
/// <param name="Random">Where dropout's random numbers come from.</param>
internal readonly record struct AttentionOptions(float Scale, bool IsCausal, double Dropout, RandomState Random)
{
    /// <summary>The options as an op is given them; scores are scaled by 1/sqrt(features) by default.</summary>
    public static AttentionOptions Of(int features, double? scale, bool isCausal, double dropoutP, RandomState random)
    {
        if (dropoutP is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(dropoutP), $"dropout probability has to be between 0 and 1, but got {dropoutP}");
        return new AttentionOptions((float)(scale ?? 1 / Math.Sqrt(features)), isCausal, dropoutP, random);
    }

    /// <summary>How many random numbers are drawn.</summary>
    public static long Draws(AttentionSizes sizes, double dropoutP) => dropoutP is > 0 and < 1 ? sizes.Batch * sizes.Blocks * sizes.DrawsOfBlock : 0;

    /// <summary>Multiplies the weights of a block, or their gradients, by its mask.</summary>
    public void Drop(AttentionSizes sizes, int batch, int block, Span<float> weights)
    {
        if (Dropout == 0)
            return;
        var offset = (ulong)(((long)batch * sizes.Blocks + block) * sizes.DrawsOfBlock / 4);
        var scale = Dropout == 1 ? 0 : (float)(1 / (1 - Dropout));
        DropoutJob.Run(weights, weights, accumulate: false, Random with { Counter = Random.Counter + offset }, (float)(1 - Dropout), scale);
    }
}
