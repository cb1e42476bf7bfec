namespace NnGen;

/// <summary>
/// A table of vectors, looked up by index: torch.nn.Embedding. The vectors start normal with mean 0 and deviation 1, the padding
/// vector at 0.
/// </summary>
/// <param name="numEmbeddings">Number of vectors.</param>
/// <param name="embeddingDim">Size of each.</param>
/// <param name="paddingIdx">Index of a vector that is not trained, counted from the end where negative. Default: none.</param>
/// <param name="maxNorm">
/// Vectors of a greater norm are scaled down to it when they are looked up, in the weight itself in training mode. Default: none.
/// </param>
/// <param name="normType">Which p-norm that is. Default: 2.</param>
/// <param name="scaleGradByFreq">Whether a vector's gradient is divided by how often it was looked up. Default: no.</param>
/// <exception cref="ArgumentOutOfRangeException">The padding index is none of a vector.</exception>
[Module]
public sealed partial class Embedding(
    int numEmbeddings, int embeddingDim, int? paddingIdx = null, double? maxNorm = null, double normType = 2, bool scaleGradByFreq = false)
{
    /// <summary>Number of vectors.</summary>
    public int NumEmbeddings { get; } = numEmbeddings;

    /// <summary>Size of each.</summary>
    public int EmbeddingDim { get; } = embeddingDim;

    /// <summary>Index of the vector that is not trained; null: all are.</summary>
    public int? PaddingIdx { get; } = Checked(paddingIdx, numEmbeddings);

    /// <summary>Vectors of a greater norm are scaled down to it when they are looked up; null: none are.</summary>
    public double? MaxNorm { get; } = maxNorm;

    /// <summary>Which p-norm <see cref="MaxNorm"/> limits.</summary>
    public double NormType { get; } = normType;

    /// <summary>Whether a vector's gradient is divided by how often it was looked up.</summary>
    public bool ScaleGradByFreq { get; } = scaleGradByFreq;

    /// <summary>The vectors, [numEmbeddings, embeddingDim]. Another layer's weight may be set, to share it.</summary>
    [Shape("numEmbeddings, embeddingDim")]
    public Parameter Weight { get; set; } = NewWeight(numEmbeddings, embeddingDim, paddingIdx);

    /// <summary>An Embedding of given vectors.</summary>
    /// <param name="embeddings">The vectors, [numEmbeddings, embeddingDim]: they are copied.</param>
    /// <param name="freeze">Whether they stay as they are. Default: yes.</param>
    /// <param name="paddingIdx">Index of a vector that is not trained. Default: none.</param>
    /// <param name="maxNorm">
    /// Vectors of a greater norm are scaled down to it when they are looked up, in the weight itself in training mode. Default: none.
    /// </param>
    /// <param name="normType">Which p-norm that is. Default: 2.</param>
    /// <param name="scaleGradByFreq">Whether a vector's gradient is divided by how often it was looked up. Default: no.</param>
    /// <exception cref="ArgumentException">The vectors are no matrix.</exception>
    public static Embedding FromPretrained(
        Tensor embeddings,
        bool freeze = true,
        int? paddingIdx = null,
        double? maxNorm = null,
        double normType = 2,
        bool scaleGradByFreq = false)
    {
        var weight = Pretrained(embeddings, freeze);
        return ModuleCopy.WithoutDraws(
            () => new Embedding(weight.Shape[0], weight.Shape[1], paddingIdx, maxNorm, normType, scaleGradByFreq) { Weight = weight });
    }

    /// <summary>The vectors of the indices.</summary>
    /// <param name="input">Indices of any shape [*S].</param>
    /// <returns>[*S, embeddingDim].</returns>
    [return: Shape("*S, embeddingDim")]
    public Tensor Forward([Shape("*S")] Tensor<long> input)
        => MaxNorm is null
            ? F.Embedding(input, Weight, PaddingIdx, scaleGradByFreq: ScaleGradByFreq)
            : F.Embedding(input, Weight, PaddingIdx, MaxNorm, NormType, ScaleGradByFreq, Weight, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr()
    {
        var text = $"{NumEmbeddings}, {EmbeddingDim}";
        if (PaddingIdx is { } padding)
            text += $", padding_idx={padding}";
        text += Limit(MaxNorm, NormType);
        return ScaleGradByFreq ? text + ", scale_grad_by_freq=True" : text;
    }

    /// <summary>How PyTorch prints the limit of norms.</summary>
    internal static string Limit(double? maxNorm, double normType)
        => maxNorm is { } limit ? $", max_norm={TorchText.Number(limit)}" + (normType == 2 ? "" : $", norm_type={TorchText.Number(normType)}") : "";

    internal static int? Checked(int? paddingIdx, int numEmbeddings)
    {
        if (paddingIdx is not { } padding)
            return null;
        if (padding < -numEmbeddings || padding >= numEmbeddings)
            throw new ArgumentOutOfRangeException(nameof(paddingIdx), padding, "padding_idx must be within num_embeddings");
        return padding < 0 ? padding + numEmbeddings : padding;
    }

    internal static Parameter NewWeight(int numEmbeddings, int embeddingDim, int? paddingIdx)
    {
        var weight = Init.Normal_(new Parameter(Tensor.Empty(numEmbeddings, embeddingDim)));
        if (Checked(paddingIdx, numEmbeddings) is { } padding)
            weight.BorrowWritable().Slice(padding * embeddingDim, embeddingDim).Clear();
        return weight;
    }

    internal static Parameter Pretrained(Tensor embeddings, bool freeze)
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return embeddings.Rank == 2
            ? new Parameter(embeddings, requiresGrad: !freeze)
            : throw new ArgumentException($"Embeddings parameter is expected to be 2-dimensional, and it is {embeddings.Shape}.", nameof(embeddings));
    }
}
