namespace NnGen.Benchmarks.Peers;

/// <summary>The network of PyTorch's MNIST example: two convolutions, a pool and two linear layers.</summary>
[Module]
public partial class Cnn
{
    private readonly Conv2d conv1 = new(1, 32, 3);
    private readonly Conv2d conv2 = new(32, 64, 3);
    private readonly Linear fc1 = new(64 * 12 * 12, 128);
    private readonly Linear fc2 = new(128, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = F.Relu(conv1.Forward(x));
        x = F.MaxPool2d(F.Relu(conv2.Forward(x)), 2);
        return fc2.Forward(F.Relu(fc1.Forward(F.Flatten(x, 1))));
    }
}
