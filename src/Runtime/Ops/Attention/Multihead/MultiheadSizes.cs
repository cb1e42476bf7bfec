namespace NnGen.Kernels;

/// <summary>Sizes of an attention of several heads, and how its rows lie in memory.</summary>
/// <param name="Batch">Number of samples.</param>
/// <param name="Heads">Number of heads.</param>
/// <param name="Queries">Length of the queries.</param>
/// <param name="Keys">Length of keys and values as they come in.</param>
/// <param name="AddedKeys">How many keys are added to them.</param>
/// <param name="Features">Features of all heads together.</param>
/// <param name="BatchFirst">Whether samples are the outer dim of inputs and results; else the sequence is.</param>
internal readonly record struct MultiheadSizes(int Batch, int Heads, int Queries, int Keys, int AddedKeys, int Features, bool BatchFirst)
{
    /// <summary>Length of keys and values with those that are added.</summary>
    public int AllKeys => Keys + AddedKeys;

    /// <summary>Features of one head.</summary>
    public int HeadFeatures => Features / Heads;

    /// <summary>The attention of each head of each sample.</summary>
    public AttentionSizes Attention => new(Batch * Heads, Queries, AllKeys, HeadFeatures, HeadFeatures);

    /// <summary>Refuses heads that do not divide the features.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public void Validate()
    {
        if (Heads <= 0 || Features % Heads != 0)
            throw new ArgumentException($"embed_dim must be divisible by num_heads, but {Features} is not by {Heads}", "numHeads");
    }

    /// <summary>Copies rows of all heads to a sequence for each head, which may be longer.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="length">Length of the sequence in rows.</param>
    /// <param name="heads">The sequences of heads.</param>
    /// <param name="headLength">Length of each of those.</param>
    public void Split(ReadOnlySpan<float> rows, int length, Span<float> heads, int headLength)
    {
        for (var sample = 0; sample < Batch; sample++)
        {
            for (var t = 0; t < length; t++)
            {
                var row = rows.Slice(Row(sample, t, length) * Features, Features);
                for (var head = 0; head < Heads; head++)
                    row.Slice(head * HeadFeatures, HeadFeatures).CopyTo(heads[At(sample, head, t, headLength)..]);
            }
        }
    }

    /// <summary>Copies sequences of heads back to rows of all heads.</summary>
    public void Join(ReadOnlySpan<float> heads, int headLength, Span<float> rows, int length)
    {
        for (var sample = 0; sample < Batch; sample++)
        {
            for (var t = 0; t < length; t++)
            {
                var row = rows.Slice(Row(sample, t, length) * Features, Features);
                for (var head = 0; head < Heads; head++)
                    heads.Slice(At(sample, head, t, headLength), HeadFeatures).CopyTo(row[(head * HeadFeatures)..]);
            }
        }
    }

    /// <summary>Writes the keys or values that are added: one that is learnt, where there is one, then zeros.</summary>
    public void WriteAdded(ReadOnlySpan<float> learnt, Span<float> heads)
    {
        for (var product = 0; product < Batch * Heads; product++)
        {
            for (var t = Keys; t < AllKeys; t++)
            {
                var target = heads.Slice(((product * AllKeys) + t) * HeadFeatures, HeadFeatures);
                if (t == Keys && !learnt.IsAbsent())
                    learnt.Slice(product % Heads * HeadFeatures, HeadFeatures).CopyTo(target);
                else
                    target.Clear();
            }
        }
    }

    /// <summary>Adds up the gradient of the key or value that is learnt.</summary>
    public void AddLearntGradient(ReadOnlySpan<float> dheads, Gradient dlearnt)
    {
        if (!dlearnt.IsWanted)
            return;
        dlearnt.Begin();
        for (var product = 0; product < Batch * Heads; product++)
        {
            var from = dheads.Slice(((product * AllKeys) + Keys) * HeadFeatures, HeadFeatures);
            var target = dlearnt.Span.Slice(product % Heads * HeadFeatures, HeadFeatures);
            System.Numerics.Tensors.TensorPrimitives.Add(target, from, target);
        }
    }

    private int Row(int sample, int t, int length) => BatchFirst ? (sample * length) + t : (t * Batch) + sample;

    private int At(int sample, int head, int t, int length) => ((((sample * Heads) + head) * length) + t) * HeadFeatures;
}
