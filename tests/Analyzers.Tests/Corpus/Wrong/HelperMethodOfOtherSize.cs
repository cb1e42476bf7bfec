// NNG1001: 'fc2' takes 784 features, but 'F.Relu(fc1.Forward(x))' is [N, 100]: let 'fc2' take 100
[Module]
public partial class Net
{
    private readonly Linear fc1 = new(784, 100);
    private readonly Linear fc2 = new(784, 10);

    private Tensor Encode(Tensor x) => F.Relu(fc1.Forward(x));

    public Tensor Forward([Shape("N, 784")] Tensor x) => [|fc2.Forward(Encode(x))|];
}
