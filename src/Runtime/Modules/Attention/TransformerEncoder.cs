namespace NnGen;

/// <summary>Layers of a transformer's encoder one after the other: torch.nn.TransformerEncoder. They start as copies of one layer.</summary>
/// <param name="encoderLayer">The layer that is copied; it is none of them.</param>
/// <param name="numLayers">How many there are.</param>
/// <param name="norm">A normalization of the result. Default: none.</param>
[Module]
public sealed partial class TransformerEncoder(TransformerEncoderLayer encoderLayer, int numLayers, LayerNorm? norm = null)
{
    private const string Shapes = "src: *S, encoderLayer.dModel -> y: *S, encoderLayer.dModel where HeadDim = encoderLayer.dModel/encoderLayer.nhead";

    /// <summary>The layers.</summary>
    public ModuleList<TransformerEncoderLayer> Layers { get; } = new(numLayers, _ => encoderLayer.Copy());

    /// <summary>The normalization of the result; null: there is none.</summary>
    public LayerNorm? Norm { get; } = norm;

    /// <summary>How many layers there are.</summary>
    public int NumLayers { get; } = numLayers;

    /// <summary>The result of the last layer, normalized where there is a normalization.</summary>
    /// <param name="src">[S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="mask">True for pairs that do not see each other: [S, S] or [N·nhead, S, S]. Default: none.</param>
    /// <param name="srcKeyPaddingMask">True for elements that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="isCausal">Says that <paramref name="mask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*S, E")]
    public Tensor Forward([Shape("*S, E")] Tensor src, Tensor<bool>? mask = null, Tensor<bool>? srcKeyPaddingMask = null, bool isCausal = false)
    {
        var x = src;
        foreach (var layer in Layers)
            x = layer.Forward(x, mask, srcKeyPaddingMask, isCausal);
        return Norm is { } norm ? norm.Forward(x) : x;
    }

    /// <summary>The result of the last layer, normalized where there is a normalization.</summary>
    /// <param name="src">[S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="mask">What is added to the scores of pairs: [S, S] or [N·nhead, S, S].</param>
    /// <param name="srcKeyPaddingMask">True for elements that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="isCausal">Says that <paramref name="mask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*S, E")]
    public Tensor Forward([Shape("*S, E")] Tensor src, Tensor? mask, Tensor<bool>? srcKeyPaddingMask = null, bool isCausal = false)
    {
        var x = src;
        foreach (var layer in Layers)
            x = layer.Forward(x, mask, srcKeyPaddingMask, isCausal);
        return Norm is { } norm ? norm.Forward(x) : x;
    }

    /// <summary>The result of the last layer, normalized where there is a normalization.</summary>
    /// <param name="src">[S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="mask">What is added to the scores of pairs: [S, S] or [N·nhead, S, S].</param>
    /// <param name="srcKeyPaddingMask">What is added to the scores of elements: [N, S] or [S].</param>
    /// <param name="isCausal">Says that <paramref name="mask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*S, E")]
    public Tensor Forward([Shape("*S, E")] Tensor src, Tensor? mask, Tensor srcKeyPaddingMask, bool isCausal = false)
    {
        var x = src;
        foreach (var layer in Layers)
            x = layer.Forward(x, mask, srcKeyPaddingMask, isCausal);
        return Norm is { } norm ? norm.Forward(x) : x;
    }
}
