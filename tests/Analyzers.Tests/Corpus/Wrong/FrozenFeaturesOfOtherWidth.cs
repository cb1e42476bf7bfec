// NNG1001: 'head' takes 2048 features, but 'Features' is [N, 512]: let 'head' take 512
[Module]
public partial class Transfer
{
    private readonly Sequential backbone = new(new Conv2d(3, 512, 7, 4), new AdaptiveAvgPool2d(1), new Flatten());
    private readonly Linear head = new(2048, 2);

    [StopGradient]
    private Tensor Features(Tensor x) => backbone.Forward(x);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x) => [|head.Forward(Features(x))|];
}
