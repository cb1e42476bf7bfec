// NNG1001: 'convs[i]' (DoubleConv(features[3 - i], features[3 - i])) cannot take 'F.Cat([skips[^(i + 1)], x], 1)' [N, 1024, 20, 30]: 'net' cannot take 'x' [N, 1024, 20, 30]: 'Conv2d(a, b, 3, padding: 1)' takes 512 channels, but 'input' is [N, 1024, 20, 30]: let 'Conv2d(a, b, 3, padding: 1)' take 1024
[Module]
public partial class DoubleConv(int a, int b)
{
    private readonly Sequential net = new(
        new Conv2d(a, b, 3, padding: 1), new BatchNorm2d(b), new ReLU(),
        new Conv2d(b, b, 3, padding: 1), new BatchNorm2d(b), new ReLU());

    public Tensor Forward(Tensor x) => net.Forward(x);
}

[Module]
public partial class UNet(int inChannels = 1, int outChannels = 2)
{
    private static readonly int[] features = { 64, 128, 256, 512 };
    private readonly ModuleList<DoubleConv> downs = new(4, i => new DoubleConv(i == 0 ? inChannels : features[i - 1], features[i]));
    private readonly DoubleConv bottleneck = new(512, 1024);
    private readonly ModuleList<ConvTranspose2d> ups = new(4, i => new ConvTranspose2d(features[3 - i] * 2, features[3 - i], 2, 2));
    private readonly ModuleList<DoubleConv> convs = new(4, i => new DoubleConv(features[3 - i], features[3 - i]));
    private readonly Conv2d final = new(64, outChannels, 1);

    public Tensor Forward([Shape("N, inChannels, 160, 240")] Tensor x)
    {
        var skips = new List<Tensor>();
        foreach (var down in downs)
        {
            x = down.Forward(x);
            skips.Add(x);
            x = F.MaxPool2d(x, 2);
        }
        x = bottleneck.Forward(x);
        for (int i = 0; i < ups.Count; i++)
        {
            x = ups[i].Forward(x);
            x = [|convs[i].Forward(F.Cat([skips[^(i + 1)], x], 1))|];
        }
        return final.Forward(x);
    }
}
