[Module]
public partial class TextCnn(int vocab, int classes)
{
    private const int Filters = 100;
    private readonly Embedding embedding = new(vocab, 300, paddingIdx: 0);
    private readonly ModuleList<Conv2d> convs = new([new Conv2d(1, Filters, (3, 300)), new Conv2d(1, Filters, (4, 300)), new Conv2d(1, Filters, (5, 300))]);
    private readonly Dropout dropout = new(0.5);
    private readonly Linear fc = new(3 * Filters, classes);

    public Tensor Forward([Shape("N, 56")] Tensor<long> tokens)
    {
        var x = embedding.Forward(tokens).Unsqueeze(1);
        var pooled = new List<Tensor>();
        foreach (var conv in convs)
        {
            var c = F.Relu(conv.Forward(x)).Squeeze(3);
            pooled.Add(F.MaxPool1d(c, c.Size(2)).Squeeze(2));
        }

        return fc.Forward(dropout.Forward(F.Cat(pooled, 1)));
    }
}
