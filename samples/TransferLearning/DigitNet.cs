using NnGen;

namespace TransferLearningSample;

/// <summary>The network of <c>pretrained.py</c>: the same members, so its checkpoint loads as it is.</summary>
[Module]
public partial class DigitNet(int classes)
{
    private readonly Sequential features = new(
        new Conv2d(1, 8, kernelSize: 5, padding: 2), new ReLU(), new MaxPool2d(2),
        new Conv2d(8, 16, kernelSize: 5, padding: 2), new ReLU(), new MaxPool2d(2),
        new Flatten());

    /// <summary>What finds 784 features in an image.</summary>
    public Sequential Features => features;

    /// <summary>What makes classes of them; it may be exchanged.</summary>
    public Linear Head { get; set; } = new(16 * 7 * 7, classes);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => Head.Forward(features.Forward(x));
}
