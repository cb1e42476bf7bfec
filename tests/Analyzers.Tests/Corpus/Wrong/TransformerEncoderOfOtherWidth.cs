// NNG1001: 'enc' takes 256 at dim 2, but 'proj.Forward(x)' is [N, T, 128]: let 'enc' take 128
[Module]
public partial class Net
{
    private readonly TransformerEncoder enc = new(new TransformerEncoderLayer(256, 8, batchFirst: true), 2);
    private readonly Linear proj = new(64, 128);
    public Tensor Forward([Shape("N, T, 64")] Tensor x) => [|enc.Forward(proj.Forward(x))|];
}
