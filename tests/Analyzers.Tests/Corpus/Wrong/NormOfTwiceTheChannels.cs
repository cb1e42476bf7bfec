// NNG1001: 'BatchNorm2d(64)' takes 64 features, but 'input' from 'Conv2d(3, 32, 3)' is [_, 32, _, _]: let 'BatchNorm2d(64)' take 32
[Module]
public partial class Net
{
    private readonly Sequential f = new(new Conv2d(3, 32, 3), [|new BatchNorm2d(64)|], new ReLU());
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => f.Forward(x);
}
