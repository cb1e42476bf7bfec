using NnGen;

namespace Programs.Vision.LeNet;

[Module]
public partial class LeNet
{
    private readonly Conv2d conv1 = new(1, 2, 5, padding: 2);
    private readonly Conv2d conv2 = new(2, 3, 3);
    private readonly Linear fc1 = new(3 * 3 * 3, 8);
    private readonly Linear fc2 = new(8, 6);
    private readonly Linear fc3 = new(6, 4);

    public Tensor Forward([Shape("N, 1, 16, 16")] Tensor x)
    {
        x = F.MaxPool2d(F.Relu(conv1.Forward(x)), (2, 2));
        x = F.MaxPool2d(F.Relu(conv2.Forward(x)), 2);
        x = F.Flatten(x, 1);
        x = F.Relu(fc1.Forward(x));
        x = F.Relu(fc2.Forward(x));
        return fc3.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new LeNet(), n => [Tensor.Randn(n, 1, 16, 16)]);
}
