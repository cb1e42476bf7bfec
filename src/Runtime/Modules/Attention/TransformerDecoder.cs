namespace NnGen;

/// <summary>Layers of a transformer's decoder one after the other: torch.nn.TransformerDecoder. They start as copies of one layer.</summary>
/// <param name="decoderLayer">The layer that is copied; it is none of them.</param>
/// <param name="numLayers">How many there are.</param>
/// <param name="norm">A normalization of the result. Default: none.</param>
[Module]
public sealed partial class TransformerDecoder(TransformerDecoderLayer decoderLayer, int numLayers, LayerNorm? norm = null)
{
    private const string Shapes = "tgt: *T, decoderLayer.dModel; memory: *S, decoderLayer.dModel -> y: *T, decoderLayer.dModel where HeadDim = decoderLayer.dModel/decoderLayer.nhead";

    /// <summary>The layers.</summary>
    public ModuleList<TransformerDecoderLayer> Layers { get; } = new(numLayers, _ => decoderLayer.Copy());

    /// <summary>The normalization of the result; null: there is none.</summary>
    public LayerNorm? Norm { get; } = norm;

    /// <summary>How many layers there are.</summary>
    public int NumLayers { get; } = numLayers;

    /// <summary>The result of the last layer, normalized where there is a normalization.</summary>
    /// <param name="tgt">[T, N, dModel], [N, T, dModel] with batchFirst, or [T, dModel].</param>
    /// <param name="memory">The encoder's result.</param>
    /// <param name="tgtMask">True for pairs that do not see each other in the sequence: [T, T] or [N·nhead, T, T]. Default: none.</param>
    /// <param name="memoryMask">True for pairs that do not see each other, of the sequence and the encoder's result. Default: none.</param>
    /// <param name="tgtKeyPaddingMask">True for elements that nobody sees: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">True for elements that nobody sees of the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, E")]
    public Tensor Forward(
        [Shape("*T, E")] Tensor tgt,
        [Shape("*S, E")] Tensor memory,
        Tensor<bool>? tgtMask = null,
        Tensor<bool>? memoryMask = null,
        Tensor<bool>? tgtKeyPaddingMask = null,
        Tensor<bool>? memoryKeyPaddingMask = null,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
    {
        var x = tgt;
        foreach (var layer in Layers)
            x = layer.Forward(x, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);
        return Norm is { } norm ? norm.Forward(x) : x;
    }

    /// <summary>The result of the last layer, normalized where there is a normalization.</summary>
    /// <param name="tgt">[T, N, dModel], [N, T, dModel] with batchFirst, or [T, dModel].</param>
    /// <param name="memory">The encoder's result.</param>
    /// <param name="tgtMask">What is added to the scores of pairs in the sequence: [T, T] or [N·nhead, T, T].</param>
    /// <param name="memoryMask">True for pairs that do not see each other, of the sequence and the encoder's result. Default: none.</param>
    /// <param name="tgtKeyPaddingMask">True for elements that nobody sees: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">True for elements that nobody sees of the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, E")]
    public Tensor Forward(
        [Shape("*T, E")] Tensor tgt,
        [Shape("*S, E")] Tensor memory,
        Tensor? tgtMask,
        Tensor<bool>? memoryMask = null,
        Tensor<bool>? tgtKeyPaddingMask = null,
        Tensor<bool>? memoryKeyPaddingMask = null,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
    {
        var x = tgt;
        foreach (var layer in Layers)
            x = layer.Forward(x, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);
        return Norm is { } norm ? norm.Forward(x) : x;
    }

    /// <summary>The result of the last layer, normalized where there is a normalization.</summary>
    /// <param name="tgt">[T, N, dModel], [N, T, dModel] with batchFirst, or [T, dModel].</param>
    /// <param name="memory">The encoder's result.</param>
    /// <param name="tgtMask">What is added to the scores of pairs in the sequence: [T, T] or [N·nhead, T, T].</param>
    /// <param name="memoryMask">What is added to the scores of pairs, of the sequence and the encoder's result.</param>
    /// <param name="tgtKeyPaddingMask">What is added to the scores of elements: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">What is added to the scores of elements of the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, E")]
    public Tensor Forward(
        [Shape("*T, E")] Tensor tgt,
        [Shape("*S, E")] Tensor memory,
        Tensor tgtMask,
        Tensor memoryMask,
        Tensor? tgtKeyPaddingMask = null,
        Tensor? memoryKeyPaddingMask = null,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
    {
        var x = tgt;
        foreach (var layer in Layers)
            x = layer.Forward(x, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);
        return Norm is { } norm ? norm.Forward(x) : x;
    }
}
