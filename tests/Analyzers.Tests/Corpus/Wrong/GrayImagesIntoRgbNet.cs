// NNG1001: 'stem' takes 3 channels, but 'images' is [N, 1, 224, 224]: let 'stem' take 1
[Module]
public partial class Net
{
    private readonly Conv2d stem = new(3, 64, 7, stride: 2, padding: 3);

    public Tensor Forward([Shape("N, 1, 224, 224")] Tensor images) => F.Relu([|stem.Forward(images)|]);
}
