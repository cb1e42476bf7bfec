// NNG1001: 'conv2' takes 64 channels, but 'conv1.Forward(x)' is [N, 32, 26, 26]: let 'conv2' take 32
[Module]
public partial class Net
{
    private readonly Conv2d conv1 = new(1, 32, 3);
    private readonly Conv2d conv2 = new(64, 64, 3);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => [|conv2.Forward(conv1.Forward(x))|];
}
