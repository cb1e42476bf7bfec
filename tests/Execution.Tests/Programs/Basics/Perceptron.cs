using NnGen;

namespace Programs.Basics.Perceptron;

[Module]
public partial class Perceptron(int inputs, int classes)
{
    private readonly Sequential layers = new(
        new Linear(inputs, 8),
        new ReLU(),
        new Linear(8, 8),
        new Tanh(),
        new Linear(8, classes));

    [return: Shape("N, classes")]
    public Tensor Forward([Shape("N, inputs")] Tensor x) => layers.Forward(x);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Perceptron(4, 3), n => [Tensor.Randn(n, 4)]);
}
