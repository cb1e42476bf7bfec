[Module]
public partial class MemN2N(int vocab, int dim, int hops)
{
    private readonly Embedding query = new(vocab, dim);
    private readonly Embedding input = new(vocab, dim);
    private readonly Embedding output = new(vocab, dim);
    private readonly Linear answer = new(dim, vocab);

    public Tensor Forward([Shape("N, M, L")] Tensor<long> story, [Shape("N, L")] Tensor<long> question)
    {
        var u = query.Forward(question).Sum(1);
        var m = input.Forward(story).Sum(2);
        var c = output.Forward(story).Sum(2);
        for (var hop = 0; hop < hops; hop++)
        {
            var p = F.Softmax(m.MatMul(u.Unsqueeze(2)).Squeeze(2), 1);
            u = u + (p.Unsqueeze(2) * c).Sum(1);
        }

        return answer.Forward(u);
    }
}
