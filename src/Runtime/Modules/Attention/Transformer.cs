namespace NnGen;

/// <summary>
/// An encoder and a decoder (Vaswani et al. 2017): torch.nn.Transformer. Weights of two or more dims start Xavier-uniform. Masks of
/// PyTorch's that are hints (<c>src_is_causal</c> and the like) are not needed.
/// </summary>
[Module]
public sealed partial class Transformer
{
    private const string Shapes = "src: *S, dModel; tgt: *T, dModel -> y: *T, dModel where HeadDim = dModel/nhead";

    /// <summary>A transformer whose weights are drawn anew, after its layers have been made.</summary>
    /// <param name="dModel">Features. Default: 512.</param>
    /// <param name="nhead">Number of heads of the attentions. Default: 8.</param>
    /// <param name="numEncoderLayers">Layers of the encoder. Default: 6.</param>
    /// <param name="numDecoderLayers">Layers of the decoder. Default: 6.</param>
    /// <param name="dimFeedforward">Features between the two linear layers. Default: 2048.</param>
    /// <param name="dropout">Probability of dropout. Default: 0.1.</param>
    /// <param name="activation">What stands between the linear layers. Default: ReLU.</param>
    /// <param name="layerNormEps">What normalizations add to the variance. Default: 1e-5.</param>
    /// <param name="batchFirst">Whether inputs and results are [batch, sequence, features]. Default: [sequence, batch, features].</param>
    /// <param name="normFirst">Whether normalization comes before attention and linear layers, instead of after them. Default: no.</param>
    /// <param name="bias">Whether linear layers and normalizations have biases. Default: true.</param>
    public Transformer(
        int dModel = 512,
        int nhead = 8,
        int numEncoderLayers = 6,
        int numDecoderLayers = 6,
        int dimFeedforward = 2048,
        double dropout = 0.1,
        Activation activation = Activation.ReLU,
        double layerNormEps = 1e-5,
        bool batchFirst = false,
        bool normFirst = false,
        bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numEncoderLayers);
        ArgumentOutOfRangeException.ThrowIfNegative(numDecoderLayers);
        (DModel, Nhead, BatchFirst) = (dModel, nhead, batchFirst);
        Encoder = new TransformerEncoder(
            new TransformerEncoderLayer(dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst, bias),
            numEncoderLayers,
            new LayerNorm(dModel, layerNormEps, bias: bias));
        Decoder = new TransformerDecoder(
            new TransformerDecoderLayer(dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst, bias),
            numDecoderLayers,
            new LayerNorm(dModel, layerNormEps, bias: bias));
        foreach (var parameter in Parameters())
        {
            if (parameter.Rank > 1)
                Init.XavierUniform_(parameter);
        }
    }

    /// <summary>The encoder.</summary>
    public TransformerEncoder Encoder { get; }

    /// <summary>The decoder.</summary>
    public TransformerDecoder Decoder { get; }

    /// <summary>Features.</summary>
    public int DModel { get; }

    /// <summary>Number of heads of the attentions.</summary>
    public int Nhead { get; }

    /// <summary>Whether inputs and results are [batch, sequence, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>A mask that hides from each element those behind it: 0 up to the diagonal, minus infinity above it.</summary>
    /// <param name="size">Number of elements.</param>
    /// <returns>[size, size].</returns>
    public static Tensor GenerateSquareSubsequentMask(int size)
    {
        var mask = Tensor.Zeros(size, size);
        var values = mask.AsWritableSpan();
        for (var row = 0; row < size; row++)
            values[((row * size) + row + 1)..((row + 1) * size)].Fill(float.NegativeInfinity);
        return mask;
    }

    /// <summary>The decoder's result on the encoder's.</summary>
    /// <param name="src">What the encoder is given: [S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="tgt">What the decoder is given: [T, N, dModel], [N, T, dModel] or [T, dModel].</param>
    /// <param name="srcMask">Which pairs of <c>src</c> do not see each other, as flags: [S, S] or [N·nhead, S, S]. Default: none.</param>
    /// <param name="tgtMask">The same for pairs of <c>tgt</c>: [T, T] or [N·nhead, T, T]. Default: none.</param>
    /// <param name="memoryMask">True for pairs of <c>tgt</c> and the encoder's result that do not see each other. Default: none.</param>
    /// <param name="srcKeyPaddingMask">True for elements of <c>src</c> that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtKeyPaddingMask">The same for <c>tgt</c>: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">The same for the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="srcIsCausal">Says that <paramref name="srcMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of <paramref name="tgt"/>.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, dModel")]
    public Tensor Forward(
        [Shape("*S, dModel")] Tensor src,
        [Shape("*T, dModel")] Tensor tgt,
        Tensor<bool>? srcMask = null,
        Tensor<bool>? tgtMask = null,
        Tensor<bool>? memoryMask = null,
        Tensor<bool>? srcKeyPaddingMask = null,
        Tensor<bool>? tgtKeyPaddingMask = null,
        Tensor<bool>? memoryKeyPaddingMask = null,
        bool srcIsCausal = false,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
        => Decoder.Forward(
            tgt, Encoder.Forward(src, srcMask, srcKeyPaddingMask, srcIsCausal), tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);

    /// <summary>The decoder's result on the encoder's, with numbers as masks of both sequences.</summary>
    /// <param name="src">What the encoder is given: [S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="tgt">What the decoder is given: [T, N, dModel], [N, T, dModel] or [T, dModel].</param>
    /// <param name="srcMask">Which pairs of <c>src</c> do not see each other, as numbers that are added to scores, or null: [S, S] or [N·nhead, S, S].</param>
    /// <param name="tgtMask">The same for pairs of <c>tgt</c>: [T, T] or [N·nhead, T, T]. Default: none.</param>
    /// <param name="memoryMask">True for pairs of <c>tgt</c> and the encoder's result that do not see each other. Default: none.</param>
    /// <param name="srcKeyPaddingMask">True for elements of <c>src</c> that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtKeyPaddingMask">The same for <c>tgt</c>: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">The same for the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="srcIsCausal">Says that <paramref name="srcMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of <paramref name="tgt"/>.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, dModel")]
    public Tensor Forward(
        [Shape("*S, dModel")] Tensor src,
        [Shape("*T, dModel")] Tensor tgt,
        Tensor? srcMask,
        Tensor? tgtMask = null,
        Tensor<bool>? memoryMask = null,
        Tensor<bool>? srcKeyPaddingMask = null,
        Tensor<bool>? tgtKeyPaddingMask = null,
        Tensor<bool>? memoryKeyPaddingMask = null,
        bool srcIsCausal = false,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
        => Decoder.Forward(
            tgt, Encoder.Forward(src, srcMask, srcKeyPaddingMask, srcIsCausal), tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);
}
