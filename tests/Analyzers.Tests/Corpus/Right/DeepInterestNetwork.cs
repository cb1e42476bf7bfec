[Module]
public partial class InterestAttention(int dim)
{
    private readonly Sequential score = new(new Linear(4 * dim, 36), new PReLU(), new Linear(36, 1));

    public Tensor Forward([Shape("N, dim")] Tensor candidate, [Shape("N, T, dim")] Tensor history)
    {
        var c = candidate.Unsqueeze(1).ExpandAs(history);
        var weights = score.Forward(F.Cat([c, history, c - history, c * history], -1));
        return (weights * history).Sum(1);
    }
}

[Module]
public partial class Din
{
    private readonly Embedding goods = new(63001, 64);
    private readonly InterestAttention attention = new(64);
    private readonly Sequential mlp = new(new BatchNorm1d(192), new Linear(192, 80), new PReLU(), new Linear(80, 1));

    [return: Shape("N")]
    public Tensor Forward([Shape("N")] Tensor<long> item, [Shape("N, 100")] Tensor<long> history)
    {
        var candidate = goods.Forward(item);
        var events = goods.Forward(history);
        var interest = attention.Forward(candidate, events);
        return mlp.Forward(F.Cat([candidate, interest, events.Mean(1)], 1)).Squeeze(1);
    }
}
