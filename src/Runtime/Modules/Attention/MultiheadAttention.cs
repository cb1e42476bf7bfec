using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// Attention of several heads with its projections: torch.nn.MultiheadAttention. Projections start Xavier-uniform, biases at 0; keys are
/// PyTorch's: in_proj_weight (or q_proj_weight, k_proj_weight, v_proj_weight), in_proj_bias, bias_k, bias_v, out_proj.weight, out_proj.bias.
/// </summary>
public sealed partial class MultiheadAttention : Module
{
    /// <summary>An attention whose heads share the features among them.</summary>
    /// <param name="embedDim">Features of queries and results.</param>
    /// <param name="numHeads">Number of heads; it divides the features.</param>
    /// <param name="dropout">Probability of a weight to be dropped in training. Default: 0.</param>
    /// <param name="bias">Whether the projections have biases. Default: true.</param>
    /// <param name="addBiasKv">Whether a key and its value are learnt and added to the given ones. Default: no.</param>
    /// <param name="addZeroAttn">Whether a key and a value of zeros are added. Default: no.</param>
    /// <param name="kdim">Features of keys. Default: those of queries.</param>
    /// <param name="vdim">Features of values. Default: those of queries.</param>
    /// <param name="batchFirst">Whether inputs and results are [batch, sequence, features]. Default: [sequence, batch, features].</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or the dropout is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The number of heads does not divide the features.</exception>
    public MultiheadAttention(
        int embedDim,
        int numHeads,
        double dropout = 0,
        bool bias = true,
        bool addBiasKv = false,
        bool addZeroAttn = false,
        int? kdim = null,
        int? vdim = null,
        bool batchFirst = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(embedDim);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numHeads);
        if (embedDim % numHeads != 0)
            throw new ArgumentException($"embed_dim must be divisible by num_heads, but {embedDim} is not by {numHeads}", nameof(numHeads));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kdim ?? embedDim, nameof(kdim));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vdim ?? embedDim, nameof(vdim));
        NnGen.Dropout.Checked(dropout);
        (EmbedDim, NumHeads, Dropout, AddZeroAttn, BatchFirst) = (embedDim, numHeads, dropout, addZeroAttn, batchFirst);
        (Kdim, Vdim) = (kdim ?? embedDim, vdim ?? embedDim);
        AddedKeys = (addBiasKv ? 1 : 0) + (addZeroAttn ? 1 : 0);

        // PyTorch draws the weights of the last projection first.
        OutProj = new Linear(embedDim, embedDim, bias);
        if (Kdim == embedDim && Vdim == embedDim)
        {
            InProjWeight = Init.XavierUniform_(new Parameter(Tensor.Empty(3 * embedDim, embedDim)));
        }
        else
        {
            QProjWeight = Init.XavierUniform_(new Parameter(Tensor.Empty(embedDim, embedDim)));
            KProjWeight = Init.XavierUniform_(new Parameter(Tensor.Empty(embedDim, Kdim)));
            VProjWeight = Init.XavierUniform_(new Parameter(Tensor.Empty(embedDim, Vdim)));
        }

        if (OutProj.Bias is { } outBias)
        {
            InProjBias = new Parameter(Tensor.Zeros(3 * embedDim));
            Init.Zeros_(outBias);
        }

        if (addBiasKv)
        {
            BiasK = Init.XavierNormal_(new Parameter(Tensor.Empty(1, 1, embedDim)));
            BiasV = Init.XavierNormal_(new Parameter(Tensor.Empty(1, 1, embedDim)));
        }
    }

    /// <summary>Features of queries and results.</summary>
    public int EmbedDim { get; }

    /// <summary>Number of heads.</summary>
    public int NumHeads { get; }

    /// <summary>Features of one head.</summary>
    public int HeadDim => EmbedDim / NumHeads;

    /// <summary>Probability of a weight to be dropped in training. It is read, and checked, at each call.</summary>
    public double Dropout { get; set; }

    /// <summary>Whether a key and a value of zeros are added.</summary>
    public bool AddZeroAttn { get; }

    /// <summary>Features of keys.</summary>
    public int Kdim { get; }

    /// <summary>Features of values.</summary>
    public int Vdim { get; }

    /// <summary>Whether inputs and results are [batch, sequence, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>How many keys are added to the given ones.</summary>
    public int AddedKeys { get; }

    /// <summary>The projections of queries, keys and values, [3·embedDim, embedDim]; null where keys or values have other features.</summary>
    public Parameter? InProjWeight { get; }

    /// <summary>The projection of queries, [embedDim, embedDim]; null where all are in one.</summary>
    public Parameter? QProjWeight { get; }

    /// <summary>The projection of keys, [embedDim, kdim]; null where all are in one.</summary>
    public Parameter? KProjWeight { get; }

    /// <summary>The projection of values, [embedDim, vdim]; null where all are in one.</summary>
    public Parameter? VProjWeight { get; }

    /// <summary>Biases of the three projections, [3·embedDim]; null where there are none.</summary>
    public Parameter? InProjBias { get; }

    /// <summary>The key that is learnt, [1, 1, embedDim]; null where there is none.</summary>
    public Parameter? BiasK { get; }

    /// <summary>The value that is learnt, [1, 1, embedDim]; null where there is none.</summary>
    public Parameter? BiasV { get; }

    /// <summary>The projection of the result.</summary>
    public Linear OutProj { get; }

    /// <inheritdoc cref="Module.Train"/>
    public new MultiheadAttention Train(bool mode = true) => (MultiheadAttention)base.Train(mode);

    /// <inheritdoc cref="Module.Eval"/>
    public new MultiheadAttention Eval() => Train(false);

    /// <summary>As PyTorch prints it, which has a name of its own for the class of the last projection.</summary>
    public override string ToString() => $"MultiheadAttention(\n  (out_proj): NonDynamicallyQuantizable{OutProj}\n)";

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        visitor.Parameter("in_proj_weight", InProjWeight);
        visitor.Parameter("q_proj_weight", QProjWeight);
        visitor.Parameter("k_proj_weight", KProjWeight);
        visitor.Parameter("v_proj_weight", VProjWeight);
        visitor.Parameter("in_proj_bias", InProjBias);
        visitor.Parameter("bias_k", BiasK);
        visitor.Parameter("bias_v", BiasV);
        visitor.Module("out_proj", OutProj);
    }
}
