using NnGen;

namespace Programs.Structured.HyperNetwork;

// One network makes the weights of another.
[Module]
public partial class HyperNetwork
{
    private readonly Linear makeWeight = new(2, 3 * 4);
    private readonly Linear makeBias = new(2, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("2")] Tensor task)
    {
        var weight = makeWeight.Forward(task).View(3, 4);
        var bias = makeBias.Forward(task);
        return F.Linear(x, weight, bias);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new HyperNetwork(), n => [Tensor.Randn(n, 4), Tensor.Randn(2)]);
}
