[Module]
public partial class Fpn(int channels = 256)
{
    private readonly ModuleList<Conv2d> lateral = [new Conv2d(256, channels, 1), new Conv2d(512, channels, 1), new Conv2d(1024, channels, 1), new Conv2d(2048, channels, 1)];
    private readonly ModuleList<Conv2d> output = new(4, _ => new Conv2d(channels, channels, 3, padding: 1));

    public (Tensor, Tensor, Tensor, Tensor) Forward([Shape("N, 256, 56, 56")] Tensor c2, [Shape("N, 512, 28, 28")] Tensor c3, [Shape("N, 1024, 14, 14")] Tensor c4, [Shape("N, 2048, 7, 7")] Tensor c5)
    {
        var p5 = lateral[3].Forward(c5);
        var p4 = lateral[2].Forward(c4) + F.Interpolate(p5, scaleFactor: 2);
        var p3 = lateral[1].Forward(c3) + F.Interpolate(p4, scaleFactor: 2);
        var p2 = lateral[0].Forward(c2) + F.Interpolate(p3, scaleFactor: 2);
        return (output[0].Forward(p2), output[1].Forward(p3), output[2].Forward(p4), output[3].Forward(p5));
    }
}
