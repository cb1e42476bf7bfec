using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Scaled dot product attention, <c>softmax(scale · query · keyᵀ) · value</c>, which may add a mask to the scores, or count only those that a mask flags. Its memory is linear in the number of
/// queries.
/// </summary>
[Op("query: *B, L, E; key: *B, S, E; value: *B, S, V; attnMask: #*B, #L, #S?; attnFlags: bool[#*B, #L, #S]? -> y: *B, L, V", MultiplyAdds = "B*L*S*(E + V)")]
public static unsafe partial class ScaledDotProductAttentionOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws.</summary>
    public static long Draws(int b, int l, int s, int e, int v, double dropoutP) => AttentionOptions.Draws(new AttentionSizes(b, l, s, e, v), dropoutP);

    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="query">The queries.</param>
    /// <param name="key">The keys.</param>
    /// <param name="value">The values.</param>
    /// <param name="attnMask">What is added to the scores, or absent.</param>
    /// <param name="attnFlags">Which scores count, or absent.</param>
    /// <param name="y">The result.</param>
    /// <param name="random">Where dropout's random numbers come from.</param>
    /// <param name="queryShape">Shape of the queries.</param>
    /// <param name="attnMaskShape">Shape of what is added.</param>
    /// <param name="attnFlagsShape">Shape of the flags.</param>
    /// <param name="b">Number of products.</param>
    /// <param name="l">Number of queries.</param>
    /// <param name="s">Number of keys.</param>
    /// <param name="e">Features of queries and keys.</param>
    /// <param name="v">Features of values.</param>
    /// <param name="dropoutP">Probability of a weight to be dropped. Default: 0.</param>
    /// <param name="isCausal">Whether a query sees only the keys up to its own position. Default: no.</param>
    /// <param name="scale">Factor of the scores. Default: 1/sqrt(e).</param>
    /// <exception cref="ArgumentException">There are both a mask and causality.</exception>
    public static void Forward(
        ReadOnlySpan<float> query,
        ReadOnlySpan<float> key,
        ReadOnlySpan<float> value,
        ReadOnlySpan<float> attnMask,
        ReadOnlySpan<bool> attnFlags,
        Span<float> y,
        RandomState random,
        Shape queryShape,
        Shape attnMaskShape,
        Shape attnFlagsShape,
        int b,
        int l,
        int s,
        int e,
        int v,
        double dropoutP = 0,
        bool isCausal = false,
        double? scale = null)
    {
        if (isCausal && !(attnMask.IsAbsent() && attnFlags.IsAbsent()))
            throw new ArgumentException("Explicit attn_mask should not be set when is_causal=True", nameof(isCausal));
        var sizes = AttentionSizes.Checked(b, l, s, e, v, query, key, value, y);
        fixed (float* q = query, k = key, values = value, to = y)
        fixed (float* mask = attnMask)
        fixed (bool* flags = attnFlags)
        {
            AttentionForwardJob job = new()
            {
                Sizes = sizes,
                Options = AttentionOptions.Of(e, scale, isCausal, dropoutP, random),
                Mask = new AttentionMask(mask, flags, queryShape, attnFlags.IsAbsent() ? attnMaskShape : attnFlagsShape),
                Query = q,
                Key = k,
                Value = values,
                Y = to,
            };
            Threads.Run(job.Parts, ref job);
        }
    }

    /// <summary>Computes the gradients.</summary>
    public static void Backward(
        ReadOnlySpan<float> query,
        ReadOnlySpan<float> key,
        ReadOnlySpan<float> value,
        ReadOnlySpan<float> attnMask,
        ReadOnlySpan<bool> attnFlags,
        ReadOnlySpan<float> dy,
        Gradient dquery,
        Gradient dkey,
        Gradient dvalue,
        Gradient dattnMask,
        RandomState random,
        Shape queryShape,
        Shape attnMaskShape,
        Shape attnFlagsShape,
        int b,
        int l,
        int s,
        int e,
        int v,
        double dropoutP,
        bool isCausal,
        double? scale)
    {
        var sizes = AttentionSizes.Checked(b, l, s, e, v, query, key, value, dy);
        AttentionBackwardJob.Clear(dkey);
        AttentionBackwardJob.Clear(dvalue);
        AttentionBackwardJob.Clear(dattnMask);
        fixed (float* q = query, k = key, values = value, from = dy, dq = dquery.Span, dk = dkey.Span, dv = dvalue.Span, dmask = dattnMask.Span)
        fixed (float* mask = attnMask)
        fixed (bool* flags = attnFlags)
        {
            AttentionBackwardJob job = new()
            {
                Sizes = sizes,
                Options = AttentionOptions.Of(e, scale, isCausal, dropoutP, random),
                Mask = new AttentionMask(mask, flags, queryShape, attnFlags.IsAbsent() ? attnMaskShape : attnFlagsShape),
                Query = q,
                Key = k,
                Value = values,
                Dy = from,
                QueryGradient = dq,
                KeyGradient = dk,
                ValueGradient = dv,
                MaskGradient = dmask,
                AccumulatesQuery = dquery.Accumulate,
            };
            Threads.Run(job.Parts, ref job);
        }
    }
}
