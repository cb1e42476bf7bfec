[Module]
public partial class Pix2PixGenerator
{
    private readonly Conv2d d1 = new(3, 64, 4, 2, 1);
    private readonly Conv2d d2 = new(64, 128, 4, 2, 1);
    private readonly Conv2d d3 = new(128, 256, 4, 2, 1);
    private readonly Conv2d d4 = new(256, 512, 4, 2, 1);
    private readonly ConvTranspose2d u4 = new(512, 256, 4, 2, 1);
    private readonly ConvTranspose2d u3 = new(256 * 2, 128, 4, 2, 1);
    private readonly ConvTranspose2d u2 = new(128 * 2, 64, 4, 2, 1);
    private readonly ConvTranspose2d u1 = new(64 * 2, 3, 4, 2, 1);

    public Tensor Forward([Shape("N, 3, 256, 256")] Tensor x)
    {
        var e1 = F.LeakyRelu(d1.Forward(x), 0.2);
        var e2 = F.LeakyRelu(d2.Forward(e1), 0.2);
        var e3 = F.LeakyRelu(d3.Forward(e2), 0.2);
        var e4 = F.Relu(d4.Forward(e3));
        var y = F.Cat([F.Dropout(u4.Forward(e4), 0.5, Training), e3], 1);
        y = F.Cat([F.Relu(u3.Forward(y)), e2], 1);
        y = F.Cat([F.Relu(u2.Forward(y)), e1], 1);
        return F.Tanh(u1.Forward(y));
    }
}

[Module]
public partial class PatchDiscriminator
{
    private readonly Sequential net = new(
        new Conv2d(6, 64, 4, 2, 1), new LeakyReLU(0.2),
        new Conv2d(64, 128, 4, 2, 1, bias: false), new BatchNorm2d(128), new LeakyReLU(0.2),
        new Conv2d(128, 256, 4, 1, 1, bias: false), new BatchNorm2d(256), new LeakyReLU(0.2),
        new Conv2d(256, 1, 4, 1, 1));

    public Tensor Forward([Shape("N, 3, 256, 256")] Tensor source, [Shape("N, 3, 256, 256")] Tensor target) => net.Forward(F.Cat([source, target], 1));
}
