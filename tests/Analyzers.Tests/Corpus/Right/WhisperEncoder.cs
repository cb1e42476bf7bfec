[Module]
public partial class AudioEncoder(int mels, int context, int state, int heads, int layers)
{
    private readonly Conv1d conv1 = new(mels, state, 3, padding: 1);
    private readonly Conv1d conv2 = new(state, state, 3, stride: 2, padding: 1);
    [Buffer] private readonly Tensor positions = Tensor.Zeros(context, state);
    private readonly TransformerEncoder blocks = new(new TransformerEncoderLayer(state, heads, 4 * state, batchFirst: true, normFirst: true), layers);
    private readonly LayerNorm norm = new(state);

    public Tensor Forward([Shape("N, mels, 2 * context")] Tensor x)
    {
        x = F.Gelu(conv1.Forward(x));
        x = F.Gelu(conv2.Forward(x));
        x = x.Permute(0, 2, 1) + positions;
        return norm.Forward(blocks.Forward(x));
    }
}

[Module]
public partial class Tiny
{
    private readonly AudioEncoder encoder = new(80, 1500, 384, 6, 4);

    [return: Shape("N, 1500, 384")]
    public Tensor Forward([Shape("N, 80, 3000")] Tensor mel) => encoder.Forward(mel);
}
