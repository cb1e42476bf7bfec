// NNG1001: 'fc' takes 32 features, but 'y' from 'decoder' is [T, N, 64]: let 'fc' take 64
[Module]
public partial class Net
{
    private readonly TransformerEncoder encoder = new(new TransformerEncoderLayer(64, 4), 2);
    private readonly TransformerDecoderLayer decoder = new(64, 4);
    private readonly Linear fc = new(32, 10);

    public Tensor Forward([Shape("S, N, 64")] Tensor src, [Shape("T, N, 64")] Tensor tgt)
    {
        var y = decoder.Forward(tgt, encoder.Forward(src));
        return [|fc.Forward(y)|];
    }
}
