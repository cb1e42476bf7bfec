[Module]
public partial class WideAndDeep(int wide, int vocab)
{
    private readonly Linear wideLayer = new(wide, 1);
    private readonly EmbeddingBag bag = new(vocab, 64);
    private readonly Sequential deep = new(new Linear(64 + 13, 1024), new ReLU(), new Linear(1024, 512), new ReLU(), new Linear(512, 1));

    public Tensor Forward([Shape("N, wide")] Tensor crossed, [Shape("N, 26")] Tensor<long> categories, [Shape("N, 13")] Tensor numbers)
        => F.Sigmoid(wideLayer.Forward(crossed) + deep.Forward(F.Cat([bag.Forward(categories), numbers], 1)));
}
