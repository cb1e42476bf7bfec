[Module]
public partial class Net(int dim = 64, int heads = 4)
{
    private readonly TransformerEncoderLayer one = new(dim, heads, 128, batchFirst: true);
    private readonly TransformerEncoder many = new(new TransformerEncoderLayer(dim, heads), 2);
    private readonly TransformerDecoder dec = new(new TransformerDecoderLayer(64, 8), 2, new LayerNorm(64));
    private readonly Transformer all = new(dModel: 64, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 1);
    private readonly Linear head = new(64, 9);
    public Tensor Forward([Shape("B, 7, dim")] Tensor x)
    {
        var y = many.Forward(one.Forward(x));
        y = dec.Forward(y, x);
        return head.Forward(all.Forward(x, y));
    }
}
