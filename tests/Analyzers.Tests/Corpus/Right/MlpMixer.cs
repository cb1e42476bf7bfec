[Module]
public partial class FeedForward(int dim, int hidden, double dropout)
{
    private readonly Sequential net = new(new Linear(dim, hidden), new GELU(), new Dropout(dropout), new Linear(hidden, dim), new Dropout(dropout));

    public Tensor Forward([Shape("*B, dim")] Tensor x) => net.Forward(x);
}

[Module]
public partial class MixerBlock(int dim, int patches, int tokenDim, int channelDim)
{
    private readonly LayerNorm norm1 = new(dim);
    private readonly FeedForward tokens = new(patches, tokenDim, 0);
    private readonly LayerNorm norm2 = new(dim);
    private readonly FeedForward channels = new(dim, channelDim, 0);

    [return: Shape("N, patches, dim")]
    public Tensor Forward([Shape("N, patches, dim")] Tensor x)
    {
        x = x + tokens.Forward(norm1.Forward(x).Transpose(1, 2)).Transpose(1, 2);
        return x + channels.Forward(norm2.Forward(x));
    }
}

[Module]
public partial class MlpMixer(int classes)
{
    private const int Image = 224, Patch = 16, Dim = 512;
    private readonly Conv2d embed = new(3, Dim, Patch, stride: Patch);
    private readonly ModuleList<MixerBlock> blocks = new(8, _ => new MixerBlock(Dim, Image / Patch * (Image / Patch), 256, 2048));
    private readonly LayerNorm norm = new(Dim);
    private readonly Linear head = new(Dim, classes);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = embed.Forward(x).Flatten(2).Transpose(1, 2);
        foreach (var block in blocks)
            x = block.Forward(x);
        return head.Forward(norm.Forward(x).Mean(1));
    }
}
