[Module]
public partial class DoubleConv(int inChannels, int outChannels)
{
    private readonly Sequential net = new(
        new Conv2d(inChannels, outChannels, 3, padding: 1, bias: false), new BatchNorm2d(outChannels), new ReLU(),
        new Conv2d(outChannels, outChannels, 3, padding: 1, bias: false), new BatchNorm2d(outChannels), new ReLU());

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => net.Forward(x);
}

[Module]
public partial class Up(int inChannels, int outChannels)
{
    private readonly ConvTranspose2d up = new(inChannels, inChannels / 2, 2, stride: 2);
    private readonly DoubleConv conv = new(inChannels, outChannels);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x, [Shape("N, inChannels / 2, 2 * H, 2 * W")] Tensor skip)
        => conv.Forward(F.Cat([skip, up.Forward(x)], 1));
}

[Module]
public partial class UNet(int classes)
{
    private readonly DoubleConv inc = new(3, 64);
    private readonly MaxPool2d pool = new(2);
    private readonly DoubleConv down1 = new(64, 128);
    private readonly DoubleConv down2 = new(128, 256);
    private readonly DoubleConv down3 = new(256, 512);
    private readonly DoubleConv down4 = new(512, 1024);
    private readonly Up up1 = new(1024, 512);
    private readonly Up up2 = new(512, 256);
    private readonly Up up3 = new(256, 128);
    private readonly Up up4 = new(128, 64);
    private readonly Conv2d outc = new(64, classes, 1);

    public Tensor Forward([Shape("N, 3, 256, 256")] Tensor x)
    {
        var x1 = inc.Forward(x);
        var x2 = down1.Forward(pool.Forward(x1));
        var x3 = down2.Forward(pool.Forward(x2));
        var x4 = down3.Forward(pool.Forward(x3));
        var x5 = down4.Forward(pool.Forward(x4));
        x = up1.Forward(x5, x4);
        x = up2.Forward(x, x3);
        x = up3.Forward(x, x2);
        x = up4.Forward(x, x1);
        return outc.Forward(x);
    }
}
