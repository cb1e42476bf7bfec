using NnGen.CompilerServices;

namespace NnGen;

public static partial class F
{
    /// <summary>Scaled dot product attention: <c>softmax(scale · query · keyᵀ + attnMask) · value</c>.</summary>
    /// <param name="query">Shape <c>*B, L, E</c>; <c>*B</c> are samples and heads.</param>
    /// <param name="key">Shape <c>*B, S, E</c>.</param>
    /// <param name="value">Shape <c>*B, S, V</c>.</param>
    /// <param name="attnMask">What is added to the scores: a shape of at least two dims that broadcasts to <c>*B, L, S</c>. Default: nothing.</param>
    /// <param name="dropoutP">Probability of a weight to be dropped, also in evaluation. Default: 0.</param>
    /// <param name="isCausal">Whether a query sees only the keys up to its own position; there can be no mask then. Default: no.</param>
    /// <param name="scale">Factor of the scores. Default: 1/sqrt(E).</param>
    /// <returns>Shape <c>*B, L, V</c>; rows that see no key are 0, as in PyTorch 2.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(ScaledDotProductAttentionOp))]
    public static Tensor ScaledDotProductAttention(
        Tensor query, Tensor key, Tensor value, Tensor? attnMask = null, double dropoutP = 0, bool isCausal = false, double? scale = null)
        => ScaledDotProductAttentionOp.Apply(query, key, value, attnMask, null, dropoutP, isCausal, scale);

    /// <summary>Scaled dot product attention over the scores that a mask flags.</summary>
    /// <param name="query">Shape <c>*B, L, E</c>; <c>*B</c> are samples and heads.</param>
    /// <param name="key">Shape <c>*B, S, E</c>.</param>
    /// <param name="value">Shape <c>*B, S, V</c>.</param>
    /// <param name="attnMask">True for scores that count: a shape of at least two dims that broadcasts to <c>*B, L, S</c>.</param>
    /// <param name="dropoutP">Probability of a weight to be dropped, also in evaluation. Default: 0.</param>
    /// <param name="isCausal">Stands where PyTorch has it: with a mask it must be false.</param>
    /// <param name="scale">Factor of the scores. Default: 1/sqrt(E).</param>
    /// <returns>Shape <c>*B, L, V</c>; rows that see no key are 0, as in PyTorch 2.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(ScaledDotProductAttentionOp))]
    public static Tensor ScaledDotProductAttention(
        Tensor query, Tensor key, Tensor value, [OpInput("attnFlags")] Tensor<bool> attnMask, double dropoutP = 0, bool isCausal = false, double? scale = null)
        => ScaledDotProductAttentionOp.Apply(query, key, value, null, attnMask, dropoutP, isCausal, scale);
}
