using NnGen;

namespace Programs.Vision.UNet;

[Module]
public partial class DoubleConv(int inChannels, int outChannels)
{
    private readonly Sequential doubleConv = new(
        new Conv2d(inChannels, outChannels, 3, padding: 1, bias: false),
        new BatchNorm2d(outChannels),
        new ReLU(),
        new Conv2d(outChannels, outChannels, 3, padding: 1),
        new ReLU());

    [return: Shape("N, outChannels, H, W")]
    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => doubleConv.Forward(x);
}

[Module]
public partial class Up(int inChannels, int outChannels)
{
    private readonly ConvTranspose2d up = new(inChannels, inChannels / 2, 2, stride: 2);
    private readonly DoubleConv conv = new(inChannels, outChannels);

    public Tensor Forward(Tensor x1, Tensor x2) => conv.Forward(F.Cat([x2, up.Forward(x1)], dim: 1));
}

[Module]
public partial class UNet(int nChannels, int nClasses)
{
    private readonly DoubleConv inc = new(nChannels, 2);
    private readonly MaxPool2d pool = new(2);
    private readonly DoubleConv down1 = new(2, 4);
    private readonly DoubleConv down2 = new(4, 8);
    private readonly Up up1 = new(8, 4);
    private readonly Up up2 = new(4, 2);
    private readonly Conv2d outc = new(2, nClasses, 1);

    public Tensor Forward([Shape("N, nChannels, 4*H, 4*W")] Tensor x)
    {
        var x1 = inc.Forward(x);
        var x2 = down1.Forward(pool.Forward(x1));
        var x3 = down2.Forward(pool.Forward(x2));
        var y = up1.Forward(x3, x2);
        y = up2.Forward(y, x1);
        return outc.Forward(y);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new UNet(1, 2), n => [Tensor.Randn(n, 1, 8, 4)]);
}
