// NNG1001: 'words.Forward(tokens) + positions.Forward(at)' cannot broadcast 'words.Forward(tokens)' [N, T, 768] with 'positions.Forward(at)' [N, T, 512]: 768 and 512 at dim -1 are neither equal nor 1
[Module]
public partial class Embeddings
{
    private readonly Embedding words = new(30000, 768);
    private readonly Embedding positions = new(512, 512);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens, [Shape("N, T")] Tensor<long> at) => [|words.Forward(tokens) + positions.Forward(at)|];
}
