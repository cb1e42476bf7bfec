using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Attention of several heads with its projections (Vaswani et al. 2017), as torch.nn.MultiheadAttention has it. The memory of the
/// scores is linear in the length; weights are computed only where they are asked for.
/// </summary>
[Op("""
      query: L, *N, E; key: S, *N, Ek; value: S, *N, Ev; inProjWeight: 3*E, E?; qProjWeight: E, E?; kProjWeight: E, Ek?; vProjWeight: E, Ev?;
      inProjBias: 3*E?; biasK: 1, 1, E?; biasV: 1, 1, E?; outProjWeight: E, E; outProjBias: E?;
      keyPaddingMask: bool[*N, S]?; keyPaddingValues: *N, S?; attnMask: bool[*M, L, S]?; attnMaskValues: *P, L, S?
      -> y: L, *N, E; weights: 0; ~heads: *N, L + 2*(S + addedKeys), E; ~context: L, *N, E when batchFirst == 0 && needWeights == 0
    | query: L, *N, E; key: S, *N, Ek; value: S, *N, Ev; inProjWeight: 3*E, E?; qProjWeight: E, E?; kProjWeight: E, Ek?; vProjWeight: E, Ev?;
      inProjBias: 3*E?; biasK: 1, 1, E?; biasV: 1, 1, E?; outProjWeight: E, E; outProjBias: E?;
      keyPaddingMask: bool[*N, S]?; keyPaddingValues: *N, S?; attnMask: bool[*M, L, S]?; attnMaskValues: *P, L, S?
      -> y: L, *N, E; weights: *N, L, S + addedKeys; ~heads: *N, L + 2*(S + addedKeys), E; ~context: L, *N, E when batchFirst == 0 && averageAttnWeights == 1
    | query: L, *N, E; key: S, *N, Ek; value: S, *N, Ev; inProjWeight: 3*E, E?; qProjWeight: E, E?; kProjWeight: E, Ek?; vProjWeight: E, Ev?;
      inProjBias: 3*E?; biasK: 1, 1, E?; biasV: 1, 1, E?; outProjWeight: E, E; outProjBias: E?;
      keyPaddingMask: bool[*N, S]?; keyPaddingValues: *N, S?; attnMask: bool[*M, L, S]?; attnMaskValues: *P, L, S?
      -> y: L, *N, E; weights: *N, numHeads, L, S + addedKeys; ~heads: *N, L + 2*(S + addedKeys), E; ~context: L, *N, E when batchFirst == 0
    | query: *N, L, E; key: *N, S, Ek; value: *N, S, Ev; inProjWeight: 3*E, E?; qProjWeight: E, E?; kProjWeight: E, Ek?; vProjWeight: E, Ev?;
      inProjBias: 3*E?; biasK: 1, 1, E?; biasV: 1, 1, E?; outProjWeight: E, E; outProjBias: E?;
      keyPaddingMask: bool[*N, S]?; keyPaddingValues: *N, S?; attnMask: bool[*M, L, S]?; attnMaskValues: *P, L, S?
      -> y: *N, L, E; weights: 0; ~heads: *N, L + 2*(S + addedKeys), E; ~context: *N, L, E when batchFirst == 1 && needWeights == 0
    | query: *N, L, E; key: *N, S, Ek; value: *N, S, Ev; inProjWeight: 3*E, E?; qProjWeight: E, E?; kProjWeight: E, Ek?; vProjWeight: E, Ev?;
      inProjBias: 3*E?; biasK: 1, 1, E?; biasV: 1, 1, E?; outProjWeight: E, E; outProjBias: E?;
      keyPaddingMask: bool[*N, S]?; keyPaddingValues: *N, S?; attnMask: bool[*M, L, S]?; attnMaskValues: *P, L, S?
      -> y: *N, L, E; weights: *N, L, S + addedKeys; ~heads: *N, L + 2*(S + addedKeys), E; ~context: *N, L, E when batchFirst == 1 && averageAttnWeights == 1
    | query: *N, L, E; key: *N, S, Ek; value: *N, S, Ev; inProjWeight: 3*E, E?; qProjWeight: E, E?; kProjWeight: E, Ek?; vProjWeight: E, Ev?;
      inProjBias: 3*E?; biasK: 1, 1, E?; biasV: 1, 1, E?; outProjWeight: E, E; outProjBias: E?;
      keyPaddingMask: bool[*N, S]?; keyPaddingValues: *N, S?; attnMask: bool[*M, L, S]?; attnMaskValues: *P, L, S?
      -> y: *N, L, E; weights: *N, numHeads, L, S + addedKeys; ~heads: *N, L + 2*(S + addedKeys), E; ~context: *N, L, E when batchFirst == 1
    """, MultiplyAdds = "2*N*L*E*E + N*S*E*(Ek + Ev) + 2*N*L*S*E")]
public static unsafe partial class MultiheadAttentionOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws.</summary>
    public static long Draws(int n, int l, int s, int e, int numHeads, int addedKeys, double dropout, bool training)
        => AttentionOptions.Draws(new MultiheadSizes(n, numHeads, l, s, addedKeys, e, false).Attention, training ? dropout : 0);

    /// <summary>Computes <c>y</c> and the weights.</summary>
    /// <param name="query">The queries.</param>
    /// <param name="key">The keys.</param>
    /// <param name="value">The values.</param>
    /// <param name="inProjWeight">The three projections of inputs of one size, or absent.</param>
    /// <param name="qProjWeight">The projection of queries, or absent.</param>
    /// <param name="kProjWeight">The projection of keys, or absent.</param>
    /// <param name="vProjWeight">The projection of values, or absent.</param>
    /// <param name="inProjBias">The biases of the projections, or absent.</param>
    /// <param name="biasK">A key that is learnt, or absent.</param>
    /// <param name="biasV">Its value, or absent.</param>
    /// <param name="outProjWeight">The projection of the result.</param>
    /// <param name="outProjBias">Its bias, or absent.</param>
    /// <param name="keyPaddingMask">Flags of keys that are padding, or absent.</param>
    /// <param name="keyPaddingValues">What is added to the scores of keys, or absent.</param>
    /// <param name="attnMask">Flags of pairs that are hidden, or absent.</param>
    /// <param name="attnMaskValues">What is added to the scores of pairs, or absent.</param>
    /// <param name="y">The result.</param>
    /// <param name="weights">The weights of the heads, their mean, or nothing.</param>
    /// <param name="heads">Queries, keys and values of each head.</param>
    /// <param name="context">The result before its projection.</param>
    /// <param name="random">Where dropout's random numbers come from.</param>
    /// <param name="n">Number of samples.</param>
    /// <param name="l">Length of the queries.</param>
    /// <param name="s">Length of keys and values.</param>
    /// <param name="e">Features.</param>
    /// <param name="ek">Features of keys.</param>
    /// <param name="ev">Features of values.</param>
    /// <param name="numHeads">Number of heads.</param>
    /// <param name="addedKeys">How many keys are added to the given ones.</param>
    /// <param name="dropout">Probability of a weight to be dropped in training.</param>
    /// <param name="training">Whether any is.</param>
    /// <param name="batchFirst">Whether samples are the outer dim.</param>
    /// <param name="needWeights">Whether the weights are a result.</param>
    /// <param name="averageAttnWeights">Whether their mean over the heads is.</param>
    /// <param name="isCausal">Says that the mask is the causal one: there must be one.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or there is no mask that could be causal.</exception>
    public static void Forward(
        ReadOnlySpan<float> query,
        ReadOnlySpan<float> key,
        ReadOnlySpan<float> value,
        ReadOnlySpan<float> inProjWeight,
        ReadOnlySpan<float> qProjWeight,
        ReadOnlySpan<float> kProjWeight,
        ReadOnlySpan<float> vProjWeight,
        ReadOnlySpan<float> inProjBias,
        ReadOnlySpan<float> biasK,
        ReadOnlySpan<float> biasV,
        ReadOnlySpan<float> outProjWeight,
        ReadOnlySpan<float> outProjBias,
        ReadOnlySpan<bool> keyPaddingMask,
        ReadOnlySpan<float> keyPaddingValues,
        ReadOnlySpan<bool> attnMask,
        ReadOnlySpan<float> attnMaskValues,
        Span<float> y,
        Span<float> weights,
        Span<float> heads,
        Span<float> context,
        RandomState random,
        int n,
        int l,
        int s,
        int e,
        int ek,
        int ev,
        int numHeads,
        int addedKeys,
        double dropout,
        bool training,
        bool batchFirst,
        bool needWeights = true,
        bool averageAttnWeights = true,
        bool isCausal = false)
    {
        var sizes = new MultiheadSizes(n, numHeads, l, s, addedKeys, e, batchFirst);
        sizes.Validate();
        if (isCausal && attnMask.IsAbsent() && attnMaskValues.IsAbsent())
            throw new ArgumentException("Need attn_mask if specifying the is_causal hint.", nameof(isCausal));
        var mask = new MultiheadMask(sizes, keyPaddingMask, keyPaddingValues, attnMask, attnMaskValues);
        mask.Validate();
        var parts = new HeadParts(sizes, heads);
        using var scratch = Scratch.Rent(n * Math.Max(l, s) * e);
        var rows = scratch.Span(n * l * e);
        new InProjection(0, e, e).Forward(query, inProjWeight, qProjWeight, inProjBias, rows);
        sizes.Split(rows, l, parts.Query, l);
        rows = scratch.Span(n * s * e);
        new InProjection(1, e, ek).Forward(key, inProjWeight, kProjWeight, inProjBias, rows);
        sizes.Split(rows, s, parts.Key, sizes.AllKeys);
        new InProjection(2, e, ev).Forward(value, inProjWeight, vProjWeight, inProjBias, rows);
        sizes.Split(rows, s, parts.Value, sizes.AllKeys);
        sizes.WriteAdded(biasK, parts.Key);
        sizes.WriteAdded(biasV, parts.Value);
        var attention = new MultiheadPass(sizes, AttentionOptions.Of(sizes.HeadFeatures, null, false, training ? dropout : 0, random), mask);
        rows = scratch.Span(n * l * e);
        attention.Forward(parts, rows, needWeights ? weights : default, averageAttnWeights);
        sizes.Join(rows, l, context, l);
        LinearOp.Forward(context, outProjWeight, outProjBias, y, n * l, e, e);
    }

    /// <summary>Computes the gradients.</summary>
    public static void Backward(
        ReadOnlySpan<float> query,
        ReadOnlySpan<float> key,
        ReadOnlySpan<float> value,
        ReadOnlySpan<float> inProjWeight,
        ReadOnlySpan<float> qProjWeight,
        ReadOnlySpan<float> kProjWeight,
        ReadOnlySpan<float> vProjWeight,
        ReadOnlySpan<float> outProjWeight,
        ReadOnlySpan<bool> keyPaddingMask,
        ReadOnlySpan<float> keyPaddingValues,
        ReadOnlySpan<bool> attnMask,
        ReadOnlySpan<float> attnMaskValues,
        ReadOnlySpan<float> heads,
        ReadOnlySpan<float> context,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> dweights,
        Gradient dquery,
        Gradient dkey,
        Gradient dvalue,
        Gradient dinProjWeight,
        Gradient dqProjWeight,
        Gradient dkProjWeight,
        Gradient dvProjWeight,
        Gradient dinProjBias,
        Gradient dbiasK,
        Gradient dbiasV,
        Gradient doutProjWeight,
        Gradient doutProjBias,
        Gradient dkeyPaddingValues,
        Gradient dattnMaskValues,
        RandomState random,
        int n,
        int l,
        int s,
        int e,
        int ek,
        int ev,
        int numHeads,
        int addedKeys,
        double dropout,
        bool training,
        bool batchFirst,
        bool needWeights,
        bool averageAttnWeights)
    {
        var sizes = new MultiheadSizes(n, numHeads, l, s, addedKeys, e, batchFirst);
        var mask = new MultiheadMask(sizes, keyPaddingMask, keyPaddingValues, attnMask, attnMaskValues);
        using var scratch = Scratch.Rent(2L * n * Math.Max(l, s) * e);
        var rows = scratch.Span(n * l * e);
        var dcontext = scratch.Span(2 * n * l * e)[rows.Length..];
        using var zeros = Scratch.Rent(dy.IsAbsent() ? rows.Length : 0);
        if (dy.IsAbsent())
        {
            zeros.Span(rows.Length).Clear();
            dy = zeros.Span(rows.Length);
        }

        LinearOp.Backward(context, outProjWeight, dy, new Gradient(rows, accumulate: false), doutProjWeight, doutProjBias, n * l, e, e);
        sizes.Split(rows, l, dcontext, l);
        using var gradients = Scratch.Rent(heads.Length);
        var dparts = new HeadParts(sizes, gradients.Span(heads.Length));
        var attention = new MultiheadPass(sizes, AttentionOptions.Of(sizes.HeadFeatures, null, false, training ? dropout : 0, random), mask);
        attention.Backward(heads, dcontext, needWeights ? dweights : default, averageAttnWeights, dparts, dkeyPaddingValues, dattnMaskValues);
        sizes.AddLearntGradient(dparts.Key, dbiasK);
        sizes.AddLearntGradient(dparts.Value, dbiasV);
        sizes.Join(dparts.Query, l, rows, l);
        new InProjection(0, e, e).Backward(query, inProjWeight, qProjWeight, rows, dquery, dinProjWeight, dqProjWeight, dinProjBias);
        rows = scratch.Span(n * s * e);
        sizes.Join(dparts.Key, sizes.AllKeys, rows, s);
        new InProjection(1, e, ek).Backward(key, inProjWeight, kProjWeight, rows, dkey, dinProjWeight, dkProjWeight, dinProjBias);
        sizes.Join(dparts.Value, sizes.AllKeys, rows, s);
        new InProjection(2, e, ev).Backward(value, inProjWeight, vProjWeight, rows, dvalue, dinProjWeight, dvProjWeight, dinProjBias);
    }
}
