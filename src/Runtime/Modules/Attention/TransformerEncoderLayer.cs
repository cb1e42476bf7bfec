namespace NnGen;

/// <summary>
/// One layer of a transformer's encoder: attention to itself, and two linear layers, each with a residual: torch.nn.TransformerEncoderLayer.
/// </summary>
/// <param name="dModel">Features.</param>
/// <param name="nhead">Number of heads of the attention.</param>
/// <param name="dimFeedforward">Features between the two linear layers. Default: 2048.</param>
/// <param name="dropout">Probability of dropout. Default: 0.1.</param>
/// <param name="activation">What stands between the linear layers. Default: ReLU.</param>
/// <param name="layerNormEps">What normalizations add to the variance. Default: 1e-5.</param>
/// <param name="batchFirst">Whether inputs and results are [batch, sequence, features]. Default: [sequence, batch, features].</param>
/// <param name="normFirst">Whether normalization comes before attention and linear layers, instead of after them. Default: no.</param>
/// <param name="bias">Whether linear layers and normalizations have biases. Default: true.</param>
[Module]
public sealed partial class TransformerEncoderLayer(
    int dModel,
    int nhead,
    int dimFeedforward = 2048,
    double dropout = 0.1,
    Activation activation = Activation.ReLU,
    double layerNormEps = 1e-5,
    bool batchFirst = false,
    bool normFirst = false,
    bool bias = true)
{
    private const string Shapes = "src: *S, dModel -> y: *S, dModel where HeadDim = dModel/nhead";

    /// <summary>What stands between the linear layers.</summary>
    public Activation Activation { get; } = TransformerLayers.Checked(activation, dimFeedforward);

    /// <summary>The attention to the sequence itself.</summary>
    public MultiheadAttention SelfAttn { get; } = new(dModel, nhead, dropout, bias, batchFirst: batchFirst);

    /// <summary>The first linear layer.</summary>
    public Linear Linear1 { get; } = new(dModel, dimFeedforward, bias);

    /// <summary>Dropout between the linear layers.</summary>
    public Dropout Dropout { get; } = new(dropout);

    /// <summary>The second linear layer.</summary>
    public Linear Linear2 { get; } = new(dimFeedforward, dModel, bias);

    /// <summary>The normalization of residual 1.</summary>
    public LayerNorm Norm1 { get; } = new(dModel, layerNormEps, bias: bias);

    /// <summary>The normalization of residual 2.</summary>
    public LayerNorm Norm2 { get; } = new(dModel, layerNormEps, bias: bias);

    /// <summary>Dropout of residual 1.</summary>
    public Dropout Dropout1 { get; } = new(dropout);

    /// <summary>Dropout of residual 2.</summary>
    public Dropout Dropout2 { get; } = new(dropout);

    /// <summary>Whether normalization comes first.</summary>
    public bool NormFirst { get; } = normFirst;

    /// <summary>The layer's result.</summary>
    /// <param name="src">[S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="srcMask">True for pairs that do not see each other: [S, S] or [N·nhead, S, S]. Default: none.</param>
    /// <param name="srcKeyPaddingMask">True for elements that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="isCausal">Says that <paramref name="srcMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the input.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*S, dModel")]
    public Tensor Forward([Shape("*S, dModel")] Tensor src, Tensor<bool>? srcMask = null, Tensor<bool>? srcKeyPaddingMask = null, bool isCausal = false)
        => Layer(src, srcMask, null, srcKeyPaddingMask, null, isCausal);

    /// <summary>The layer's result.</summary>
    /// <param name="src">[S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="srcMask">What is added to the scores of pairs: [S, S] or [N·nhead, S, S].</param>
    /// <param name="srcKeyPaddingMask">True for elements that nobody sees: [N, S] or [S]. Default: none.</param>
    /// <param name="isCausal">Says that <paramref name="srcMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the input.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*S, dModel")]
    public Tensor Forward([Shape("*S, dModel")] Tensor src, Tensor? srcMask, Tensor<bool>? srcKeyPaddingMask = null, bool isCausal = false)
        => Layer(src, null, srcMask, srcKeyPaddingMask, null, isCausal);

    /// <summary>The layer's result.</summary>
    /// <param name="src">[S, N, dModel], [N, S, dModel] with batchFirst, or [S, dModel].</param>
    /// <param name="srcMask">What is added to the scores of pairs: [S, S] or [N·nhead, S, S].</param>
    /// <param name="srcKeyPaddingMask">What is added to the scores of elements: [N, S] or [S].</param>
    /// <param name="isCausal">Says that <paramref name="srcMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the input.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*S, dModel")]
    public Tensor Forward([Shape("*S, dModel")] Tensor src, Tensor? srcMask, Tensor srcKeyPaddingMask, bool isCausal = false)
        => Layer(src, null, srcMask, null, srcKeyPaddingMask, isCausal);

    /// <summary>A layer of its own that starts as this one stands, without drawing random numbers.</summary>
    internal TransformerEncoderLayer Copy()
        => ModuleCopy.Of(this, () => new(
            SelfAttn.EmbedDim,
            SelfAttn.NumHeads,
            Linear1.OutFeatures,
            Dropout.P,
            Activation,
            Norm1.Eps,
            SelfAttn.BatchFirst,
            NormFirst,
            Linear1.Bias is not null));

    private Tensor Layer(Tensor src, Tensor<bool>? mask, Tensor? maskValues, Tensor<bool>? padding, Tensor? paddingValues, bool isCausal)
    {
        if (NormFirst)
        {
            var x = src + Dropout1.Forward(Attend(Norm1.Forward(src), mask, maskValues, padding, paddingValues, isCausal));
            return x + FeedForward(Norm2.Forward(x));
        }

        var y = Norm1.Forward(src + Dropout1.Forward(Attend(src, mask, maskValues, padding, paddingValues, isCausal)));
        return Norm2.Forward(y + FeedForward(y));
    }

    private Tensor Attend(Tensor x, Tensor<bool>? mask, Tensor? maskValues, Tensor<bool>? padding, Tensor? paddingValues, bool isCausal)
        => SelfAttn.Attend(x, x, x, padding, paddingValues, mask, maskValues, isCausal).AttnOutput;

    private Tensor FeedForward(Tensor x) => Dropout2.Forward(Linear2.Forward(Dropout.Forward(ActivationOp.Apply(Linear1.Forward(x), Activation))));
}
