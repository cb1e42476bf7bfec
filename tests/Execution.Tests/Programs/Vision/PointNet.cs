using NnGen;

namespace Programs.Vision.PointNet;

// Shared perceptron over points, then the largest of each feature.
[Module]
public partial class PointNet
{
    private readonly Conv1d conv1 = new(3, 4, 1);
    private readonly Conv1d conv2 = new(4, 6, 1);
    private readonly BatchNorm1d bn1 = new(4);
    private readonly Linear fc = new(6, 2);

    public Tensor Forward([Shape("N, 3, P")] Tensor points)
    {
        var x = F.Relu(bn1.Forward(conv1.Forward(points)));
        x = conv2.Forward(x).AMax(2);
        return fc.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PointNet(), n => [Tensor.Randn(n, 3, 5)]);
}
