[Module]
public partial class ConvolutionalAutoencoder
{
    private readonly Conv2d conv1 = new(1, 16, 3, stride: 2, padding: 1);
    private readonly Conv2d conv2 = new(16, 32, 3, stride: 2, padding: 1);
    private readonly Conv2d conv3 = new(32, 64, 7);
    private readonly ConvTranspose2d up1 = new(64, 32, 7);
    private readonly ConvTranspose2d up2 = new(32, 16, 3, stride: 2, padding: 1, outputPadding: 1);
    private readonly ConvTranspose2d up3 = new(16, 1, 3, stride: 2, padding: 1, outputPadding: 1);

    [return: Shape("N, 1, 28, 28")]
    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = F.Relu(conv1.Forward(x));
        x = F.Relu(conv2.Forward(x));
        x = conv3.Forward(x);
        x = F.Relu(up1.Forward(x));
        x = F.Relu(up2.Forward(x));
        return F.Sigmoid(up3.Forward(x));
    }
}
