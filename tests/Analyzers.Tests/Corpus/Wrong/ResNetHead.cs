// NNG1001: 'fc' takes 2048 features, but 'x' from 'Flatten' is [N, 512]: let 'fc' take 512
[Module]
public partial class Stage(int channels)
{
    private readonly Conv2d down = new(channels, 2 * channels, 3, stride: 2, padding: 1);
    private readonly BatchNorm2d norm = new(2 * channels);

    public Tensor Forward([Shape("N, channels, H, W")] Tensor x) => F.Relu(norm.Forward(down.Forward(x)));
}

[Module]
public partial class Net(int classes)
{
    private readonly Conv2d stem = new(3, 64, 7, 2, 3);
    private readonly Stage stage1 = new(64);
    private readonly Stage stage2 = new(128);
    private readonly Stage stage3 = new(256);
    private readonly Linear fc = new(2048, classes);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = stage3.Forward(stage2.Forward(stage1.Forward(stem.Forward(x))));
        x = F.AdaptiveAvgPool2d(x, 1).Flatten(1);
        return [|fc.Forward(x)|];
    }
}
