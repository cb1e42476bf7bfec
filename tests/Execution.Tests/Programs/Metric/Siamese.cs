using NnGen;

namespace Programs.Metric.Siamese;

[Module]
public partial class SiameseNetwork
{
    private readonly Sequential cnn = new(new Conv2d(1, 2, 3), new ReLU(), new MaxPool2d(2));
    private readonly Sequential fc = new(new Linear(8, 4), new ReLU(), new Linear(4, 3));

    public (Tensor, Tensor) Forward([Shape("N, 1, 6, 6")] Tensor input1, [Shape("N, 1, 6, 6")] Tensor input2)
        => (ForwardOnce(input1), ForwardOnce(input2));

    private Tensor ForwardOnce(Tensor x) => fc.Forward(F.Flatten(cnn.Forward(x), 1));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SiameseNetwork(), n => [Tensor.Randn(n, 1, 6, 6), Tensor.Randn(n, 1, 6, 6)]);
}
