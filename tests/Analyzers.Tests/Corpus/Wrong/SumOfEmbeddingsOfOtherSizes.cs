[Module]
public partial class Embeddings
{
    private readonly Embedding words = new(30000, 768);
    private readonly Embedding positions = new(512, 512);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens, [Shape("N, T")] Tensor<long> at) => words.Forward(tokens) + positions.Forward(at);
}
