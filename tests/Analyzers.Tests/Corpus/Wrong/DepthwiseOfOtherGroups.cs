// NNG1001: 'pointwise' takes 32 channels, but 'depthwise.Forward(x)' is [N, 64, 56, 56]: let 'pointwise' take 64
[Module]
public partial class Separable
{
    private readonly Conv2d depthwise = new(64, 64, 3, padding: 1, groups: 64);
    private readonly Conv2d pointwise = new(32, 128, 1);

    public Tensor Forward([Shape("N, 64, 56, 56")] Tensor x) => [|pointwise.Forward(depthwise.Forward(x))|];
}
