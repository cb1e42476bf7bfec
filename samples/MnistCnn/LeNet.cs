using NnGen;

namespace MnistCnnSample;

/// <summary>
/// A network in the form of LeNet-5 (LeCun et al., Gradient-based learning applied to document recognition, 1998), with today's
/// ReLU and max pooling.
/// </summary>
[Module]
public partial class LeNet
{
    private readonly Conv2d conv1 = new(1, 16, kernelSize: 5, padding: 2);
    private readonly Conv2d conv2 = new(16, 32, kernelSize: 5);
    private readonly MaxPool2d pool = new(2);
    private readonly Dropout dropout = new(0.25);
    private readonly Linear fc1 = new(32 * 5 * 5, 128);
    private readonly Linear fc2 = new(128, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = pool.Forward(F.Relu(conv1.Forward(x)));             // 16 x 14 x 14
        x = pool.Forward(F.Relu(conv2.Forward(x)));             // 32 x 5 x 5
        x = F.Relu(fc1.Forward(F.Flatten(x, 1)));
        return fc2.Forward(dropout.Forward(x));
    }
}
