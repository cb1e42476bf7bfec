using NnGen;

namespace Programs.Generative.ConvolutionalAutoencoder;

[Module]
public partial class ConvAutoencoder
{
    private readonly Conv2d conv1 = new(1, 4, 3, stride: 2, padding: 1);
    private readonly Conv2d conv2 = new(4, 2, 3, stride: 2, padding: 1);
    private readonly ConvTranspose2d deconv1 = new(2, 4, 3, stride: 2, padding: 1, outputPadding: 1);
    private readonly ConvTranspose2d deconv2 = new(4, 1, 3, stride: 2, padding: 1, outputPadding: 1);

    public Tensor Forward([Shape("N, 1, 8, 8")] Tensor x)
    {
        var code = F.Relu(conv2.Forward(F.Relu(conv1.Forward(x))));
        return F.Sigmoid(deconv2.Forward(F.Relu(deconv1.Forward(code))));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ConvAutoencoder(), n => [Tensor.Randn(n, 1, 8, 8)]);
}
