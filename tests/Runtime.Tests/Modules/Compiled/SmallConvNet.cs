namespace NnGen.Tests.Modules.Compiled;

[Module]
public partial class SmallConvNet
{
    private readonly Conv2d conv = new(2, 6, (3, 2), padding: (1, 0), paddingMode: PaddingMode.Replicate);
    private readonly MaxPool2d pool = new(2, stride: 1);
    private readonly Conv2d depthwise = new(6, 6, 3, padding: Padding.Same, groups: 6, bias: false);
    private readonly ConvTranspose2d up = new(6, 3, 2, stride: 2);

    public BatchNorm2d Norm { get; } = new(6);

    public Tensor Forward([Shape("N, 2, 6, 7")] Tensor x)
    {
        x = pool.Forward(F.Relu(Norm.Forward(conv.Forward(x))));
        x = F.AdaptiveAvgPool2d(up.Forward(depthwise.Forward(x)), (3, null));
        return F.AvgPool2d(x, 3, padding: 1, countIncludePad: false).Square().Mean();
    }
}
