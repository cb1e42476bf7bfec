[Module]
public partial class Net
{
    private readonly Flatten flatten = new();
    private readonly Linear fc1 = new(784, 64);
    private readonly ReLU relu = new();
    private readonly Sigmoid sigmoid = new();
    private readonly Tanh tanh = new();
    private readonly Identity identity = new();
    private readonly Dropout dropout = new(p: 0.1);
    private readonly Linear fc2 = new(64, 10, bias: false);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        var h = relu.Forward(fc1.Forward(flatten.Forward(x)));
        h = identity.Call(sigmoid.Forward(h) + tanh.Forward(h));
        return fc2.Forward(dropout.Forward(h));
    }
}
