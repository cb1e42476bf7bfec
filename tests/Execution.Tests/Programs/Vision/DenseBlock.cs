using NnGen;

namespace Programs.Vision.DenseBlock;

[Module]
public partial class DenseLayer(int inputFeatures, int growthRate)
{
    private readonly BatchNorm2d norm1 = new(inputFeatures);
    private readonly Conv2d conv1 = new(inputFeatures, 2 * growthRate, 1, bias: false);
    private readonly BatchNorm2d norm2 = new(2 * growthRate);
    private readonly Conv2d conv2 = new(2 * growthRate, growthRate, 3, padding: 1, bias: false);

    [return: Shape("N, growthRate, H, W")]
    public Tensor Forward([Shape("N, inputFeatures, H, W")] Tensor x)
    {
        var bottleneck = conv1.Forward(F.Relu(norm1.Forward(x)));
        return conv2.Forward(F.Relu(norm2.Forward(bottleneck)));
    }
}

[Module]
public partial class DenseBlock
{
    private readonly DenseLayer layer1 = new(3, 2);
    private readonly DenseLayer layer2 = new(5, 2);
    private readonly DenseLayer layer3 = new(7, 2);
    private readonly AvgPool2d transition = new(2);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x)
    {
        x = F.Cat([x, layer1.Forward(x)], 1);
        x = F.Cat([x, layer2.Forward(x)], 1);
        x = F.Cat([x, layer3.Forward(x)], 1);
        return transition.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new DenseBlock(), n => [Tensor.Randn(n, 3, 4, 4)]);
}
