// NNG1001: 'conv2' takes 16 channels, but 'conv1.Forward(x)' is [N, 8, 14, 14, 14]: let 'conv2' take 8
[Module]
public partial class Net
{
    private readonly Conv3d conv1 = new(1, 8, 3);
    private readonly Conv3d conv2 = new(16, 8, 3);

    public Tensor Forward([Shape("N, 1, 16, 16, 16")] Tensor x) => [|conv2.Forward(conv1.Forward(x))|];
}
