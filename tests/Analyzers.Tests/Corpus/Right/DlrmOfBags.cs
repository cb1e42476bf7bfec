[Module]
public partial class Net
{
    private readonly Sequential bottom = new(new Linear(13, 64), new ReLU(), new Linear(64, 16), new ReLU());
    private readonly ModuleList<EmbeddingBag> tables = new(4, _ => new EmbeddingBag(1000, 16, mode: EmbeddingBagMode.Sum));
    private readonly Sequential top = new(new Linear(16 + 25, 32), new ReLU(), new Linear(32, 1), new Sigmoid());
    public Tensor Forward([Shape("N, 13")] Tensor dense, [Shape("N, 4, K")] Tensor<long> sparse)
    {
        var x = bottom.Forward(dense);
        var parts = new List<Tensor> { x };
        for (int i = 0; i < 4; i++)
            parts.Add(tables[i].Forward(sparse[.., i]));
        var t = F.Stack(parts, dim: 1);
        var z = t.Bmm(t.Transpose(1, 2));
        return top.Forward(F.Cat([x, z.Flatten(1)], 1));
    }
}
