namespace NnGen;

/// <summary>
/// Sums, means or largest elements of bags of vectors, looked up by index: torch.nn.EmbeddingBag. The vectors start normal with mean 0
/// and deviation 1, the padding vector at 0.
/// </summary>
/// <param name="numEmbeddings">Number of vectors.</param>
/// <param name="embeddingDim">Size of each.</param>
/// <param name="maxNorm">
/// Vectors of a greater norm are scaled down to it when they are looked up, in the weight itself in training mode. Default: none.
/// </param>
/// <param name="normType">Which p-norm that is. Default: 2.</param>
/// <param name="scaleGradByFreq">Whether a vector's gradient is divided by how often it was looked up. Default: no.</param>
/// <param name="mode">What is made of the vectors of a bag. Default: their mean.</param>
/// <param name="includeLastOffset">Whether the last offset is the end of the last bag. Default: no.</param>
/// <param name="paddingIdx">Index of a vector that does not count, counted from the end where negative. Default: none.</param>
/// <exception cref="ArgumentOutOfRangeException">The padding index is none of a vector.</exception>
[Module]
public sealed partial class EmbeddingBag(
    int numEmbeddings,
    int embeddingDim,
    double? maxNorm = null,
    double normType = 2,
    bool scaleGradByFreq = false,
    EmbeddingBagMode mode = EmbeddingBagMode.Mean,
    bool includeLastOffset = false,
    int? paddingIdx = null)
{
    /// <summary>Number of vectors.</summary>
    public int NumEmbeddings { get; } = numEmbeddings;

    /// <summary>Size of each.</summary>
    public int EmbeddingDim { get; } = embeddingDim;

    /// <summary>Vectors of a greater norm are scaled down to it when they are looked up; null: none are.</summary>
    public double? MaxNorm { get; } = maxNorm;

    /// <summary>Which p-norm <see cref="MaxNorm"/> limits.</summary>
    public double NormType { get; } = normType;

    /// <summary>Whether a vector's gradient is divided by how often it was looked up.</summary>
    public bool ScaleGradByFreq { get; } = scaleGradByFreq;

    /// <summary>What is made of the vectors of a bag.</summary>
    public EmbeddingBagMode Mode { get; } = mode;

    /// <summary>Whether the last offset is the end of the last bag.</summary>
    public bool IncludeLastOffset { get; } = includeLastOffset;

    /// <summary>Index of the vector that does not count; null: all do.</summary>
    public int? PaddingIdx { get; } = Embedding.Checked(paddingIdx, numEmbeddings);

    /// <summary>The vectors, [numEmbeddings, embeddingDim].</summary>
    [Shape("numEmbeddings, embeddingDim")]
    public Parameter Weight { get; set; } = Embedding.NewWeight(numEmbeddings, embeddingDim, paddingIdx);

    /// <summary>An EmbeddingBag of given vectors.</summary>
    /// <param name="embeddings">The vectors, [numEmbeddings, embeddingDim]: they are copied.</param>
    /// <param name="freeze">Whether they stay as they are. Default: yes.</param>
    /// <param name="maxNorm">
    /// Vectors of a greater norm are scaled down to it when they are looked up, in the weight itself in training mode. Default: none.
    /// </param>
    /// <param name="normType">Which p-norm that is. Default: 2.</param>
    /// <param name="scaleGradByFreq">Whether a vector's gradient is divided by how often it was looked up. Default: no.</param>
    /// <param name="mode">What is made of the vectors of a bag. Default: their mean.</param>
    /// <param name="includeLastOffset">Whether the last offset is the end of the last bag. Default: no.</param>
    /// <param name="paddingIdx">Index of a vector that does not count. Default: none.</param>
    /// <exception cref="ArgumentException">The vectors are no matrix.</exception>
    public static EmbeddingBag FromPretrained(
        Tensor embeddings,
        bool freeze = true,
        double? maxNorm = null,
        double normType = 2,
        bool scaleGradByFreq = false,
        EmbeddingBagMode mode = EmbeddingBagMode.Mean,
        bool includeLastOffset = false,
        int? paddingIdx = null)
    {
        var weight = Embedding.Pretrained(embeddings, freeze);
        return ModuleCopy.WithoutDraws(
            () => new EmbeddingBag(weight.Shape[0], weight.Shape[1], maxNorm, normType, scaleGradByFreq, mode, includeLastOffset, paddingIdx)
            {
                Weight = weight,
            });
    }

    /// <summary>The result of each bag.</summary>
    /// <param name="input">Indices: [N, S], a bag in each row, or [T], with offsets.</param>
    /// <param name="offsets">Where bags begin in a list of indices, [B]. Default: none.</param>
    /// <param name="perSampleWeights">A factor of each vector, in the shape of the indices; for sums alone. Default: none.</param>
    /// <returns>[N, embeddingDim] or [B, embeddingDim]; zeros for an empty bag.</returns>
    public Tensor Forward(Tensor<long> input, Tensor<long>? offsets = null, Tensor? perSampleWeights = null)
        => MaxNorm is null
            ? F.EmbeddingBag(
                input,
                Weight,
                offsets,
                scaleGradByFreq: ScaleGradByFreq,
                mode: Mode,
                perSampleWeights: perSampleWeights,
                includeLastOffset: IncludeLastOffset,
                paddingIdx: PaddingIdx)
            : F.EmbeddingBag(
                input, Weight, offsets, MaxNorm, NormType, ScaleGradByFreq, Mode, perSampleWeights, IncludeLastOffset, PaddingIdx, Weight, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr()
    {
        var text = $"{NumEmbeddings}, {EmbeddingDim}{Embedding.Limit(MaxNorm, NormType)}";
        if (ScaleGradByFreq)
            text += ", scale_grad_by_freq=True";
        text += $", mode='{(Mode == EmbeddingBagMode.Sum ? "sum" : Mode == EmbeddingBagMode.Mean ? "mean" : "max")}'";
        return PaddingIdx is { } padding ? text + $", padding_idx={padding}" : text;
    }
}
