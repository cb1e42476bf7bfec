[Module]
public partial class MaskedAutoencoder
{
    private readonly Conv2d patches = new(3, 192, 16, stride: 16);
    private readonly Parameter positions = new(Tensor.Zeros(1, 196, 192));
    private readonly TransformerEncoder encoder = new(new TransformerEncoderLayer(192, 3, 768, batchFirst: true), 4);
    private readonly Linear toDecoder = new(192, 128);
    private readonly Parameter maskToken = new(Tensor.Zeros(1, 1, 128));
    private readonly Parameter decoderPositions = new(Tensor.Zeros(1, 196, 128));
    private readonly TransformerEncoder decoder = new(new TransformerEncoderLayer(128, 4, 512, batchFirst: true), 2);
    private readonly Linear predict = new(128, 16 * 16 * 3);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        var tokens = patches.Forward(x).Flatten(2).Transpose(1, 2) + positions;
        var visible = tokens[.., ..49];
        var encoded = toDecoder.Forward(encoder.Forward(visible));
        var all = F.Cat([encoded, maskToken.Expand(x.Size(0), 147, -1)], 1) + decoderPositions;
        return predict.Forward(decoder.Forward(all));
    }
}
