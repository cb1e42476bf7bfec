using NnGen;

namespace Programs.Structured.MessagePassing;

[Module]
public partial class MessagePassing(int width, int rounds)
{
    private readonly Linear message = new(width, width);
    private readonly GRUCell update = new(width, width);

    public Tensor Forward([Shape("V, width")] Tensor nodes, [Shape("V, V")] Tensor adjacency)
    {
        for (var round = 0; round < rounds; round++)
            nodes = update.Forward(adjacency.MatMul(message.Forward(nodes)), nodes);
        return nodes.Sum(0);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MessagePassing(3, 3), n => [Tensor.Randn(n + 1, 3), Tensor.Rand(n + 1, n + 1)]);
}
