[Module]
public partial class Net
{
    private readonly Sequential stem = new(new Flatten(), new Linear(784, 64), new ReLU(), new Dropout());
    private readonly Linear head = new(64, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => head.Forward(stem.Forward(x));
}
