[Module]
public partial class Net
{
    private readonly Sequential net = new(
        new Conv2d(1, 32, 3), new ReLU(), new MaxPool2d(2),
        new Linear(32 * 13 * 13, 10));

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => net.Forward(x);
}
