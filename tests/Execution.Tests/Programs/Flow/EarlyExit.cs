using NnGen;

namespace Programs.Flow.EarlyExit;

// BranchyNet: easy batches leave at the first exit that is sure enough.
[Module]
public partial class EarlyExit(int depth, float confidence)
{
    private readonly ModuleList<Linear> blocks = new(depth, _ => new Linear(4, 4));
    private readonly ModuleList<Linear> exits = new(depth, _ => new Linear(4, 3));
    private readonly Linear head = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            x = F.Relu(blocks[i].Forward(x)) + x;
            var logits = exits[i].Forward(x);
            if (F.Softmax(logits, 1).AMax(1).Mean().Item() > confidence)
                return logits;
        }

        return head.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new EarlyExit(5, 0.5f), n => [Tensor.Randn(n, 4)]) { IsSmooth = false };
}
