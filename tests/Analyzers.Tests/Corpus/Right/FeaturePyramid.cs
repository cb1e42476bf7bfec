[Module]
public partial class FeaturePyramid
{
    private readonly Conv2d down1 = new(3, 256, 3, 4, 1);
    private readonly Conv2d down2 = new(256, 512, 3, 2, 1);
    private readonly Conv2d down3 = new(512, 1024, 3, 2, 1);
    private readonly Conv2d lateral1 = new(256, 256, 1);
    private readonly Conv2d lateral2 = new(512, 256, 1);
    private readonly Conv2d lateral3 = new(1024, 256, 1);
    private readonly Conv2d smooth1 = new(256, 256, 3, padding: 1);
    private readonly Conv2d smooth2 = new(256, 256, 3, padding: 1);

    public (Tensor P2, Tensor P3, Tensor P4) Forward([Shape("N, 3, 256, 256")] Tensor x)
    {
        var c2 = F.Relu(down1.Forward(x));
        var c3 = F.Relu(down2.Forward(c2));
        var c4 = F.Relu(down3.Forward(c3));
        var p4 = lateral3.Forward(c4);
        var p3 = F.Interpolate(p4, scaleFactor: 2) + lateral2.Forward(c3);
        var p2 = F.Interpolate(p3, scaleFactor: 2) + lateral1.Forward(c2);
        return (smooth1.Forward(p2), smooth2.Forward(p3), p4);
    }
}
