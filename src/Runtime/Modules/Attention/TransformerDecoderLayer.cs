namespace NnGen;

/// <summary>
/// One layer of a transformer's decoder: attention to itself, attention to the encoder's result, and two linear layers, each with a residual: torch.nn.TransformerDecoderLayer.
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
public sealed partial class TransformerDecoderLayer(
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
    private const string Shapes = "tgt: *T, dModel; memory: *S, dModel -> y: *T, dModel where HeadDim = dModel/nhead";

    /// <summary>What stands between the linear layers.</summary>
    public Activation Activation { get; } = TransformerLayers.Checked(activation, dimFeedforward);

    /// <summary>The attention to the sequence itself.</summary>
    public MultiheadAttention SelfAttn { get; } = new(dModel, nhead, dropout, bias, batchFirst: batchFirst);

    /// <summary>The attention to the encoder's result.</summary>
    public MultiheadAttention MultiheadAttn { get; } = new(dModel, nhead, dropout, bias, batchFirst: batchFirst);

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

    /// <summary>The normalization of residual 3.</summary>
    public LayerNorm Norm3 { get; } = new(dModel, layerNormEps, bias: bias);

    /// <summary>Dropout of residual 1.</summary>
    public Dropout Dropout1 { get; } = new(dropout);

    /// <summary>Dropout of residual 2.</summary>
    public Dropout Dropout2 { get; } = new(dropout);

    /// <summary>Dropout of residual 3.</summary>
    public Dropout Dropout3 { get; } = new(dropout);

    /// <summary>Whether normalization comes first.</summary>
    public bool NormFirst { get; } = normFirst;

    /// <summary>The layer's result.</summary>
    /// <param name="tgt">[T, N, dModel], [N, T, dModel] with batchFirst, or [T, dModel].</param>
    /// <param name="memory">The encoder's result: [S, N, dModel], [N, S, dModel] or [S, dModel].</param>
    /// <param name="tgtMask">True for pairs that do not see each other in the sequence: [T, T] or [N·nhead, T, T]. Default: none.</param>
    /// <param name="memoryMask">True for pairs that do not see each other, of the sequence and the encoder's result: [T, S] or [N·nhead, T, S]. Default: none.</param>
    /// <param name="tgtKeyPaddingMask">True for elements that nobody sees: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">True for elements that nobody sees of the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, dModel")]
    public Tensor Forward(
        [Shape("*T, dModel")] Tensor tgt,
        [Shape("*S, dModel")] Tensor memory,
        Tensor<bool>? tgtMask = null,
        Tensor<bool>? memoryMask = null,
        Tensor<bool>? tgtKeyPaddingMask = null,
        Tensor<bool>? memoryKeyPaddingMask = null,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
        => Layer(tgt, memory, tgtMask, null, memoryMask, null, tgtKeyPaddingMask, null, memoryKeyPaddingMask, null, tgtIsCausal, memoryIsCausal);

    /// <summary>The layer's result.</summary>
    /// <param name="tgt">[T, N, dModel], [N, T, dModel] with batchFirst, or [T, dModel].</param>
    /// <param name="memory">The encoder's result: [S, N, dModel], [N, S, dModel] or [S, dModel].</param>
    /// <param name="tgtMask">What is added to the scores of pairs in the sequence: [T, T] or [N·nhead, T, T].</param>
    /// <param name="memoryMask">True for pairs that do not see each other, of the sequence and the encoder's result: [T, S] or [N·nhead, T, S]. Default: none.</param>
    /// <param name="tgtKeyPaddingMask">True for elements that nobody sees: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">True for elements that nobody sees of the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, dModel")]
    public Tensor Forward(
        [Shape("*T, dModel")] Tensor tgt,
        [Shape("*S, dModel")] Tensor memory,
        Tensor? tgtMask,
        Tensor<bool>? memoryMask = null,
        Tensor<bool>? tgtKeyPaddingMask = null,
        Tensor<bool>? memoryKeyPaddingMask = null,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
        => Layer(tgt, memory, null, tgtMask, memoryMask, null, tgtKeyPaddingMask, null, memoryKeyPaddingMask, null, tgtIsCausal, memoryIsCausal);

    /// <summary>The layer's result.</summary>
    /// <param name="tgt">[T, N, dModel], [N, T, dModel] with batchFirst, or [T, dModel].</param>
    /// <param name="memory">The encoder's result: [S, N, dModel], [N, S, dModel] or [S, dModel].</param>
    /// <param name="tgtMask">What is added to the scores of pairs in the sequence: [T, T] or [N·nhead, T, T].</param>
    /// <param name="memoryMask">What is added to the scores of pairs, of the sequence and the encoder's result: [T, S] or [N·nhead, T, S].</param>
    /// <param name="tgtKeyPaddingMask">What is added to the scores of elements: [N, T] or [T]. Default: none.</param>
    /// <param name="memoryKeyPaddingMask">What is added to the scores of elements of the encoder's result: [N, S] or [S]. Default: none.</param>
    /// <param name="tgtIsCausal">Says that <paramref name="tgtMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <param name="memoryIsCausal">Says that <paramref name="memoryMask"/> is the causal mask, as PyTorch wants to be told; there must be one then. Default: no.</param>
    /// <returns>The shape of the sequence.</returns>
    [ShapeContract(Shapes)]
    [return: Shape("*T, dModel")]
    public Tensor Forward(
        [Shape("*T, dModel")] Tensor tgt,
        [Shape("*S, dModel")] Tensor memory,
        Tensor tgtMask,
        Tensor memoryMask,
        Tensor? tgtKeyPaddingMask = null,
        Tensor? memoryKeyPaddingMask = null,
        bool tgtIsCausal = false,
        bool memoryIsCausal = false)
        => Layer(tgt, memory, null, tgtMask, null, memoryMask, null, tgtKeyPaddingMask, null, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);

    /// <summary>A layer of its own that starts as this one stands, without drawing random numbers.</summary>
    internal TransformerDecoderLayer Copy()
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

    private Tensor Layer(
        Tensor tgt,
        Tensor memory,
        Tensor<bool>? mask,
        Tensor? maskValues,
        Tensor<bool>? memoryMask,
        Tensor? memoryMaskValues,
        Tensor<bool>? padding,
        Tensor? paddingValues,
        Tensor<bool>? memoryPadding,
        Tensor? memoryPaddingValues,
        bool isCausal,
        bool memoryIsCausal)
    {
        if (NormFirst)
        {
            var x = tgt + Dropout1.Forward(Attend(Norm1.Forward(tgt), mask, maskValues, padding, paddingValues, isCausal));
            x += Dropout2.Forward(AttendTo(memory, Norm2.Forward(x), memoryMask, memoryMaskValues, memoryPadding, memoryPaddingValues, memoryIsCausal));
            return x + FeedForward(Norm3.Forward(x));
        }

        var y = Norm1.Forward(tgt + Dropout1.Forward(Attend(tgt, mask, maskValues, padding, paddingValues, isCausal)));
        y = Norm2.Forward(y + Dropout2.Forward(AttendTo(memory, y, memoryMask, memoryMaskValues, memoryPadding, memoryPaddingValues, memoryIsCausal)));
        return Norm3.Forward(y + FeedForward(y));
    }

    private Tensor Attend(Tensor x, Tensor<bool>? mask, Tensor? maskValues, Tensor<bool>? padding, Tensor? paddingValues, bool isCausal)
        => SelfAttn.Attend(x, x, x, padding, paddingValues, mask, maskValues, isCausal).AttnOutput;

    private Tensor AttendTo(Tensor memory, Tensor x, Tensor<bool>? mask, Tensor? maskValues, Tensor<bool>? padding, Tensor? paddingValues, bool isCausal)
        => MultiheadAttn.Attend(x, memory, memory, padding, paddingValues, mask, maskValues, isCausal).AttnOutput;

    private Tensor FeedForward(Tensor x) => Dropout3.Forward(Linear2.Forward(Dropout.Forward(ActivationOp.Apply(Linear1.Forward(x), Activation))));
}
