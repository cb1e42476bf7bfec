// NNG1001: 'fc' takes 2304 features, but 'features.Forward(x).Flatten(1)' is [N, 3136]: let 'fc' take 3136
[Module]
public partial class Net
{
    private readonly Sequential features = new(new Conv2d(3, 64, 3), new ReLU(), new AdaptiveAvgPool2d((7, 7)));
    private readonly Linear fc = new(64 * 6 * 6, 10);

    public Tensor Forward([Shape("N, 3, 100, 100")] Tensor x) => [|fc.Forward(features.Forward(x).Flatten(1))|];
}
