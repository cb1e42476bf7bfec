// NNG1001: 'BatchNorm2d(16)' takes 16 features, but 'input' from 'Conv2d(16, 32, 3)' is [_, 32, _, _]: let 'BatchNorm2d(16)' take 32
[Module]
public partial class Net
{
    private readonly Sequential net = new(
        new Sequential(new Conv2d(3, 16, 3), new BatchNorm2d(16), new ReLU()),
        new Sequential(new Conv2d(16, 32, 3), [|new BatchNorm2d(16)|], new ReLU()));

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => net.Forward(x);
}
