// NNG1001: 'c2' takes 32 channels, but 'F.Relu(c1.Forward(x))' is [N, 16, 30, 30]: let 'c2' take 16
[Module]
public partial class Net
{
    private readonly Conv2d c1 = new(3, 16, 3);
    private readonly Conv2d c2 = new(32, 64, 3);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => [|c2.Forward(F.Relu(c1.Forward(x)))|];
}
