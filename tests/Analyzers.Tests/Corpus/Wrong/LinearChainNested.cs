// NNG1001: 'fc2' takes 256 features, but 'F.Relu(fc1.Forward(x))' is [N, 128]: let 'fc2' take 128
[Module]
public partial class Net
{
    private readonly Linear fc1 = new(784, 128);
    private readonly Linear fc2 = new(256, 10);

    public Tensor Forward([Shape("N, 784")] Tensor x) => F.LogSoftmax([|fc2.Forward(F.Relu(fc1.Forward(x)))|], 1);
}
