using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>The attention of all heads over projected queries, keys and values.</summary>
internal readonly unsafe ref struct MultiheadPass
{
    private readonly MultiheadSizes _sizes;
    private readonly AttentionOptions _options;
    private readonly MultiheadMask _mask;

    /// <param name="sizes">The sizes.</param>
    /// <param name="options">What is done to scores.</param>
    /// <param name="mask">The masks.</param>
    public MultiheadPass(MultiheadSizes sizes, AttentionOptions options, MultiheadMask mask)
    {
        _sizes = sizes;
        _options = options;
        _mask = mask;
    }

    /// <summary>Computes the sums of values of each head, and the weights where they are a result.</summary>
    public void Forward(HeadParts parts, Span<float> y, Span<float> weights, bool isAveraged)
    {
        using var scratch = Scratch.Rent(_mask.Length);
        fixed (float* query = parts.Query, key = parts.Key, value = parts.Value, to = y)
        {
            AttentionForwardJob job = new()
            {
                Sizes = _sizes.Attention,
                Options = _options,
                Mask = Mask(scratch),
                Query = query,
                Key = key,
                Value = value,
                Y = to,
            };
            Threads.Run(job.Parts, ref job);
            if (!weights.IsEmpty)
                Weights(job.Mask, query, key, isAveraged).Forward(weights);
        }
    }

    /// <summary>Computes the gradients.</summary>
    /// <param name="heads">Queries, keys and values.</param>
    /// <param name="dy">Gradient of the sums of values.</param>
    /// <param name="dweights">Gradient of the weights; empty where there is none.</param>
    /// <param name="isAveraged">Whether the weights are those of all heads together.</param>
    /// <param name="gradients">Gradients of queries, keys and values.</param>
    /// <param name="dpadding">Gradient of the numbers added to scores of keys.</param>
    /// <param name="dpairs">Gradient of the numbers added to scores of pairs.</param>
    public void Backward(
        ReadOnlySpan<float> heads,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> dweights,
        bool isAveraged,
        HeadParts gradients,
        Gradient dpadding,
        Gradient dpairs)
    {
        var parts = new HeadParts(_sizes, MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(heads), heads.Length));
        gradients.Query.Clear();
        gradients.Key.Clear();
        gradients.Value.Clear();
        using var scratch = Scratch.Rent(_mask.Length);
        using var masks = Scratch.Rent(_mask.Length);
        var dmask = masks.Span(dpadding.IsWanted || dpairs.IsWanted ? _mask.Length : 0);
        dmask.Clear();
        fixed (float* query = parts.Query, key = parts.Key, value = parts.Value, from = dy)
        fixed (float* dquery = gradients.Query, dkey = gradients.Key, dvalue = gradients.Value)
        {
            AttentionBackwardJob job = new()
            {
                Sizes = _sizes.Attention,
                Options = _options,
                Mask = Mask(scratch),
                Query = query,
                Key = key,
                Value = value,
                Dy = from,
                QueryGradient = dquery,
                KeyGradient = dkey,
                ValueGradient = dvalue,
                MaskGradient = dmask.IsEmpty ? null : masks.Pointer,
            };
            Threads.Run(job.Parts, ref job);
            if (!dweights.IsEmpty)
                Weights(job.Mask, query, key, isAveraged).Backward(dweights, gradients.Query, gradients.Key, job.MaskGradient);
        }

        if (!dmask.IsEmpty)
            _mask.SumGradients(dmask, dpadding, dpairs);
    }

    private AttentionMask Mask(Scratch scratch)
    {
        if (_mask.Length == 0)
            return default;
        var shape = _mask.Write(scratch.Span(_mask.Length));
        return new AttentionMask(scratch.Pointer, null, new[] { _sizes.Batch, _sizes.Heads, _sizes.Queries, _sizes.HeadFeatures }, shape);
    }

    private MultiheadWeights Weights(AttentionMask mask, float* query, float* key, bool isAveraged) => new()
    {
        Sizes = _sizes,
        Options = _options,
        Mask = mask,
        IsAveraged = isAveraged,
        Query = query,
        Key = key,
    };
}
