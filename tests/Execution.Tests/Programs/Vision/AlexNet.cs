using NnGen;

namespace Programs.Vision.AlexNet;

// torchvision's AlexNet, small.
[Module]
public partial class AlexNet(int numClasses = 5, double dropout = 0.5)
{
    private readonly Sequential features = new(
        new Conv2d(3, 4, kernelSize: 5, stride: 2, padding: 2),
        new ReLU(),
        new MaxPool2d(kernelSize: 3, stride: 2),
        new Conv2d(4, 6, kernelSize: 3, padding: 1),
        new ReLU(),
        new Conv2d(6, 4, kernelSize: 3, padding: 1),
        new ReLU());

    private readonly AdaptiveAvgPool2d avgpool = new((2, 2));

    private readonly Sequential classifier = new(
        new Dropout(dropout),
        new Linear(4 * 2 * 2, 8),
        new ReLU(),
        new Dropout(dropout),
        new Linear(8, numClasses));

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x)
    {
        x = features.Forward(x);
        x = avgpool.Forward(x);
        x = F.Flatten(x, 1);
        return classifier.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new AlexNet(), n => [Tensor.Randn(n, 3, 15, 17)]);
}
