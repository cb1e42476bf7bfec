// NNG1001: 'net' cannot take 'x' [N, 1, 28, 28]: 'Linear(32 * 13 * 13, 10)' takes 5408 features, but 'input' from 'MaxPool2d(2)' is [N, 32, 13, 13]: flatten it first (32·13·13 = 5408)
[Module]
public partial class Net
{
    private readonly Sequential net = new(
        new Conv2d(1, 32, 3), new ReLU(), new MaxPool2d(2),
        new Linear(32 * 13 * 13, 10));

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => [|net.Forward(x)|];
}
