using NnGen;

namespace Programs.Containers.Sequentials;

[Module]
public partial class Sequentials
{
    private readonly Sequential first = new(new Linear(4, 5), new BatchNorm1d(5), new ReLU());
    private readonly Sequential second = new(
        new Sequential(new Linear(5, 3), new Tanh()),
        new Sequential(),
        new Linear(3, 2));

    public Tensor Forward([Shape("N, 4")] Tensor x) => second.Forward(first.Forward(x));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Sequentials(), n => [Tensor.Randn(n, 4)]);
}
