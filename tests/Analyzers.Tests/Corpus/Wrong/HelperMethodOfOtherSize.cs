[Module]
public partial class Net
{
    private readonly Linear fc1 = new(784, 100);
    private readonly Linear fc2 = new(784, 10);

    private Tensor Encode(Tensor x) => F.Relu(fc1.Forward(x));

    public Tensor Forward([Shape("N, 784")] Tensor x) => fc2.Forward(Encode(x));
}
