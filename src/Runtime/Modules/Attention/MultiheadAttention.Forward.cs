using NnGen.CompilerServices;

namespace NnGen;

public sealed partial class MultiheadAttention
{
    /// <summary>Of inputs and result; the weights depend on what is asked for.</summary>
    private const string Shapes = """
        query: *N, L, embedDim; key: *N, S, kdim ?? embedDim; value: *N, S, vdim ?? embedDim -> attnOutput: *N, L, embedDim where HeadDim = embedDim/numHeads when batchFirst
        | query: L, *N, embedDim; key: S, *N, kdim ?? embedDim; value: S, *N, vdim ?? embedDim -> attnOutput: L, *N, embedDim where HeadDim = embedDim/numHeads
        """;

    /// <summary>The result of the attention and its weights.</summary>
    /// <param name="query">[L, N, embedDim], [N, L, embedDim] with <see cref="BatchFirst"/>, or [L, embedDim].</param>
    /// <param name="key">[S, N, kdim], [N, S, kdim] or [S, kdim].</param>
    /// <param name="value">[S, N, vdim], [N, S, vdim] or [S, vdim].</param>
    /// <param name="keyPaddingMask">True for keys that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="needWeights">Whether weights are computed. Default: true.</param>
    /// <param name="attnMask">True for pairs that do not see each other: [L, S] or [N·numHeads, L, S]. Default: none.</param>
    /// <param name="averageAttnWeights">Whether the weights are the mean of all heads. Default: true.</param>
    /// <param name="isCausal">Says that the mask is the causal one, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The result in the shape of the queries; and the weights, [N, L, S], [N, numHeads, L, S], without N where inputs have none, or
    /// an empty tensor where they are not needed. Queries that see no key give the bias of the last projection.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">There is no mask that could be causal.</exception>
    [Lowers(typeof(MultiheadAttentionOp))]
    [ShapeContract(Shapes)]
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Forward(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor<bool>? keyPaddingMask = null,
        bool needWeights = true,
        Tensor<bool>? attnMask = null,
        bool averageAttnWeights = true,
        bool isCausal = false)
        => Apply(query, key, value, keyPaddingMask, null, needWeights, attnMask, null, averageAttnWeights, isCausal, Training);

    /// <summary>The forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, Tensor{bool}, bool, Tensor{bool}, bool, bool)"/>
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Call(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor<bool>? keyPaddingMask = null,
        bool needWeights = true,
        Tensor<bool>? attnMask = null,
        bool averageAttnWeights = true,
        bool isCausal = false)
        => Forward(query: query, key: key, value: value, keyPaddingMask: keyPaddingMask, needWeights: needWeights, attnMask: attnMask, averageAttnWeights: averageAttnWeights, isCausal: isCausal);

    /// <summary>The forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, Tensor{bool}, bool, Tensor{bool}, bool, bool)"/>
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Predict(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor<bool>? keyPaddingMask = null,
        bool needWeights = true,
        Tensor<bool>? attnMask = null,
        bool averageAttnWeights = true,
        bool isCausal = false)
    {
        using var evaluation = EvaluationScope.Enter();
        return Apply(query, key, value, keyPaddingMask, null, needWeights, attnMask, null, averageAttnWeights, isCausal, training: false);
    }

    /// <summary>The result of the attention and its weights, with numbers that are added to the scores.</summary>
    /// <param name="query">The queries.</param>
    /// <param name="key">The keys.</param>
    /// <param name="value">The values.</param>
    /// <param name="attnMask">What is added to the scores: [L, S] or [N·numHeads, L, S].</param>
    /// <param name="keyPaddingMask">True for keys that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="needWeights">Whether weights are computed. Default: true.</param>
    /// <param name="averageAttnWeights">Whether the weights are the mean of all heads. Default: true.</param>
    /// <param name="isCausal">Says that the mask is the causal one. Default: no.</param>
    /// <returns>The result in the shape of the queries, and the weights.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(MultiheadAttentionOp))]
    [ShapeContract(Shapes)]
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Forward(
        Tensor query,
        Tensor key,
        Tensor value,
        [OpInput("attnMaskValues")] Tensor attnMask,
        Tensor<bool>? keyPaddingMask = null,
        bool needWeights = true,
        bool averageAttnWeights = true,
        bool isCausal = false)
        => Apply(query, key, value, keyPaddingMask, null, needWeights, null, attnMask, averageAttnWeights, isCausal, Training);

    /// <summary>The forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, Tensor, Tensor{bool}, bool, bool, bool)"/>
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Call(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor attnMask,
        Tensor<bool>? keyPaddingMask = null,
        bool needWeights = true,
        bool averageAttnWeights = true,
        bool isCausal = false)
        => Forward(query: query, key: key, value: value, attnMask: attnMask, keyPaddingMask: keyPaddingMask, needWeights: needWeights, averageAttnWeights: averageAttnWeights, isCausal: isCausal);

    /// <summary>The forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, Tensor, Tensor{bool}, bool, bool, bool)"/>
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Predict(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor attnMask,
        Tensor<bool>? keyPaddingMask = null,
        bool needWeights = true,
        bool averageAttnWeights = true,
        bool isCausal = false)
    {
        using var evaluation = EvaluationScope.Enter();
        return Apply(query, key, value, keyPaddingMask, null, needWeights, null, attnMask, averageAttnWeights, isCausal, training: false);
    }

    /// <summary>The result of the attention and its weights, with numbers that are added to the scores of keys and of pairs.</summary>
    /// <param name="query">The queries.</param>
    /// <param name="key">The keys.</param>
    /// <param name="value">The values.</param>
    /// <param name="keyPaddingMask">What is added to the scores of keys: [N, S] or [S].</param>
    /// <param name="attnMask">What is added to the scores of pairs: [L, S] or [N·numHeads, L, S]. Default: nothing.</param>
    /// <param name="needWeights">Whether weights are computed. Default: true.</param>
    /// <param name="averageAttnWeights">Whether the weights are the mean of all heads. Default: true.</param>
    /// <param name="isCausal">Says that the mask is the causal one. Default: no.</param>
    /// <returns>The result in the shape of the queries, and the weights.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(MultiheadAttentionOp))]
    [ShapeContract(Shapes)]
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Forward(
        Tensor query,
        Tensor key,
        Tensor value,
        [OpInput("keyPaddingValues")] Tensor keyPaddingMask,
        [OpInput("attnMaskValues")] Tensor? attnMask = null,
        bool needWeights = true,
        bool averageAttnWeights = true,
        bool isCausal = false)
        => Apply(query, key, value, null, keyPaddingMask, needWeights, null, attnMask, averageAttnWeights, isCausal, Training);

    /// <summary>The forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, Tensor, Tensor, bool, bool, bool)"/>
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Call(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor keyPaddingMask,
        Tensor? attnMask = null,
        bool needWeights = true,
        bool averageAttnWeights = true,
        bool isCausal = false)
        => Forward(query: query, key: key, value: value, keyPaddingMask: keyPaddingMask, attnMask: attnMask, needWeights: needWeights, averageAttnWeights: averageAttnWeights, isCausal: isCausal);

    /// <summary>The forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, Tensor, Tensor, bool, bool, bool)"/>
    public (Tensor AttnOutput, Tensor AttnOutputWeights) Predict(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor keyPaddingMask,
        Tensor? attnMask = null,
        bool needWeights = true,
        bool averageAttnWeights = true,
        bool isCausal = false)
    {
        using var evaluation = EvaluationScope.Enter();
        return Apply(query, key, value, null, keyPaddingMask, needWeights, null, attnMask, averageAttnWeights, isCausal, training: false);
    }

    /// <summary>The result alone, with masks of either kind.</summary>
    [Lowers(typeof(MultiheadAttentionOp))]
    [ShapeContract(Shapes)]
    internal (Tensor AttnOutput, Tensor AttnOutputWeights) Attend(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor<bool>? keyPaddingMask,
        Tensor? keyPaddingValues,
        Tensor<bool>? attnMask,
        Tensor? attnMaskValues,
        bool isCausal,
        bool needWeights = false)
        => Apply(query, key, value, keyPaddingMask, keyPaddingValues, needWeights, attnMask, attnMaskValues, true, isCausal, Training);

    private (Tensor AttnOutput, Tensor AttnOutputWeights) Apply(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor<bool>? keyPaddingMask,
        Tensor? keyPaddingValues,
        bool needWeights,
        Tensor<bool>? attnMask,
        Tensor? attnMaskValues,
        bool averageAttnWeights,
        bool isCausal,
        bool training)
        => MultiheadAttentionOp.Apply(
            query,
            key,
            value,
            InProjWeight,
            QProjWeight,
            KProjWeight,
            VProjWeight,
            InProjBias,
            BiasK,
            BiasV,
            OutProj.Weight,
            OutProj.Bias,
            keyPaddingMask,
            keyPaddingValues,
            attnMask,
            attnMaskValues,
            NumHeads,
            AddedKeys,
            Dropout,
            training,
            BatchFirst,
            needWeights,
            averageAttnWeights,
            isCausal);
}
