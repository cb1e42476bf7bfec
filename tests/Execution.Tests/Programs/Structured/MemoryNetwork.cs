using NnGen;

namespace Programs.Structured.MemoryNetwork;

// End-to-end memory network with shared hops.
[Module]
public partial class MemoryNetwork(int hops)
{
    private readonly Embedding input = new(7, 3);
    private readonly Embedding output = new(7, 3);
    private readonly Embedding question = new(7, 3);
    private readonly Linear update = new(3, 3, bias: false);
    private readonly Linear answer = new(3, 7, bias: false);

    public Tensor Forward([Shape("N, M, W")] Tensor<long> story, [Shape("N, W")] Tensor<long> query)
    {
        var u = question.Forward(query).Sum(1);
        var m = input.Forward(story).Sum(2);
        var c = output.Forward(story).Sum(2);
        for (var hop = 0; hop < hops; hop++)
        {
            var p = m.MatMul(u.Unsqueeze(2)).Squeeze(2).Softmax(-1);
            var o = p.Unsqueeze(1).MatMul(c).Squeeze(1);
            u = update.Forward(u) + o;
        }

        return answer.Forward(u);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new MemoryNetwork(2), n => [Tensor.Randint(0, 7, [n, 3, 2]), Tensor.Randint(0, 7, [n, 2])]);
}
