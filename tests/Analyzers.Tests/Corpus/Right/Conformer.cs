[Module]
public partial class ConvolutionModule(int dim, int kernel)
{
    private readonly LayerNorm norm = new(dim);
    private readonly Conv1d pointwise1 = new(dim, 2 * dim, 1);
    private readonly Conv1d depthwise = new(dim, dim, kernel, padding: (kernel - 1) / 2, groups: dim);
    private readonly BatchNorm1d batchNorm = new(dim);
    private readonly Conv1d pointwise2 = new(dim, dim, 1);

    public Tensor Forward([Shape("N, T, dim")] Tensor x)
    {
        var h = F.Glu(pointwise1.Forward(norm.Forward(x).Transpose(1, 2)), 1);
        h = F.Silu(batchNorm.Forward(depthwise.Forward(h)));
        return pointwise2.Forward(h).Transpose(1, 2);
    }
}

[Module]
public partial class FeedForward(int dim)
{
    private readonly LayerNorm norm = new(dim);
    private readonly Linear up = new(dim, 4 * dim);
    private readonly Linear down = new(4 * dim, dim);

    public Tensor Forward([Shape("N, T, dim")] Tensor x) => down.Forward(F.Silu(up.Forward(norm.Forward(x))));
}

[Module]
public partial class ConformerBlock(int dim, int heads, int kernel)
{
    private readonly FeedForward ff1 = new(dim);
    private readonly LayerNorm norm = new(dim);
    private readonly MultiheadAttention attention = new(dim, heads, batchFirst: true);
    private readonly ConvolutionModule convolution = new(dim, kernel);
    private readonly FeedForward ff2 = new(dim);
    private readonly LayerNorm last = new(dim);

    public Tensor Forward([Shape("N, T, dim")] Tensor x)
    {
        x = x + 0.5 * ff1.Forward(x);
        var h = norm.Forward(x);
        var (attended, _) = attention.Forward(h, h, h, needWeights: false);
        x = x + attended;
        x = x + convolution.Forward(x);
        return last.Forward(x + 0.5 * ff2.Forward(x));
    }
}

[Module]
public partial class SpeechEncoder
{
    private readonly Linear input = new(80, 144);
    private readonly ModuleList<ConformerBlock> blocks = new(4, _ => new ConformerBlock(144, 4, 31));
    private readonly Linear output = new(144, 29);

    public Tensor Forward([Shape("N, T, 80")] Tensor x)
    {
        x = input.Forward(x);
        foreach (var block in blocks)
            x = block.Forward(x);
        return F.LogSoftmax(output.Forward(x), -1);
    }
}
