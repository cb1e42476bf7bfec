internal static class Sizes2
{
    public const int Vocab = 1000;
    public const int Width = 64;
    public const int Hidden = 4 * Width;
}

[Module]
public partial class Model
{
    private readonly Embedding embedding = new(Sizes2.Vocab, Sizes2.Width);
    private readonly Linear up = new(Sizes2.Width, Sizes2.Hidden);
    private readonly Linear down = new(Sizes2.Hidden, Sizes2.Vocab);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens) => down.Forward(F.Gelu(up.Forward(embedding.Forward(tokens))));
}
