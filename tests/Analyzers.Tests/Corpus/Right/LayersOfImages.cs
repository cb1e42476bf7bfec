[Module]
public partial class Net
{
    private readonly ReflectionPad2d pad = new((1, 2, 1, 2));
    private readonly Conv2d conv = new(3, 8, 4, groups: 1, paddingMode: PaddingMode.Circular);
    private readonly GroupNorm norm = new(4, 8);
    private readonly AvgPool2d pool = new(2, ceilMode: true);
    private readonly LPPool2d power = new(2, 2);
    private readonly PixelShuffle shuffle = new(2);
    private readonly InstanceNorm2d instance = new(2, affine: true);
    private readonly AdaptiveMaxPool2d squeeze = new((3, null));
    private readonly Linear head = new(2 * 3 * 12, 5);

    public Tensor Forward([Shape("N, 3, 24, 24")] Tensor x)
    {
        x = pool.Forward(norm.Forward(conv.Forward(pad.Forward(x))));
        x = squeeze.Forward(instance.Forward(shuffle.Forward(power.Forward(x))));
        return head.Forward(F.Flatten(x, 1));
    }
}
