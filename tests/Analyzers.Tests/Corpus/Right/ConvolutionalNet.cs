[Module]
public partial class ConvolutionalNet(int classes)
{
    private readonly Conv2d conv1 = new(1, 8, 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm = new(8);
    private readonly MaxPool2d pool = new(2);
    private readonly Conv2d conv2 = new(8, 16, (3, 5), stride: (2, 1), padding: Padding.Valid, groups: 2);
    private readonly ConvTranspose2d up = new(16, 4, 2, stride: 2);
    private readonly AdaptiveAvgPool2d squeeze = new((5, 4));
    private readonly Linear head = new(4 * 5 * 4, classes);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = pool.Forward(F.Relu(norm.Forward(conv1.Forward(x))));
        x = F.Relu(conv2.Forward(x));
        x = F.AvgPool2d(up.Forward(x), 2, stride: 1);
        return head.Forward(F.Flatten(squeeze.Forward(x), 1));
    }
}
