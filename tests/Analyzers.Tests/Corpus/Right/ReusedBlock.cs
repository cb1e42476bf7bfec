[Module]
public partial class Albert(int layers)
{
    private readonly TransformerEncoderLayer shared = new(128, 4, 512, batchFirst: true);
    private readonly Linear embed = new(32, 128);

    public Tensor Forward([Shape("N, T, 32")] Tensor x)
    {
        x = embed.Forward(x);
        for (var i = 0; i < layers; i++)
            x = shared.Forward(x);
        return x;
    }
}
