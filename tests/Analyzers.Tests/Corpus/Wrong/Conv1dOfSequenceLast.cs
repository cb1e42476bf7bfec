// NNG1001: 'conv' takes 128 channels, but 'embedding.Forward(tokens)' is [N, 200, 128]: let 'conv' take 200
[Module]
public partial class TextNet
{
    private readonly Embedding embedding = new(10000, 128);
    private readonly Conv1d conv = new(128, 64, 3);

    public Tensor Forward([Shape("N, 200")] Tensor<long> tokens) => [|conv.Forward(embedding.Forward(tokens))|];
}
