[Module]
public partial class Translation(int source, int target)
{
    private readonly Embedding sourceEmbedding = new(source, 512);
    private readonly Embedding targetEmbedding = new(target, 512);
    private readonly Transformer transformer = new(512, 8, 3, 3, 2048, batchFirst: true);
    private readonly Linear output = new(512, target);

    public Tensor Forward([Shape("N, S")] Tensor<long> x, [Shape("N, T")] Tensor<long> y)
        => output.Forward(transformer.Forward(sourceEmbedding.Forward(x) * Math.Sqrt(512), targetEmbedding.Forward(y) * Math.Sqrt(512)));
}
