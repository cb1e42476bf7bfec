[Module]
public partial class SegNet(int classes)
{
    private readonly Conv2d enc1 = new(3, 64, 3, padding: 1);
    private readonly Conv2d enc2 = new(64, 128, 3, padding: 1);
    private readonly Conv2d dec2 = new(128, 64, 3, padding: 1);
    private readonly Conv2d dec1 = new(64, classes, 3, padding: 1);

    public Tensor Forward([Shape("N, 3, 360, 480")] Tensor x)
    {
        var (p1, i1) = F.MaxPool2dWithIndices(F.Relu(enc1.Forward(x)), 2, 2);
        var (p2, i2) = F.MaxPool2dWithIndices(F.Relu(enc2.Forward(p1)), 2, 2);
        x = F.Relu(dec2.Forward(F.MaxUnpool2d(p2, i2, 2, 2)));
        return dec1.Forward(F.MaxUnpool2d(x, i1, 2, 2));
    }
}
