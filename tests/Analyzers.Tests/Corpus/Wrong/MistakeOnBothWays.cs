// NNG1001: 'fc2' takes 127 features, but 'x' from 'fc1' is [N, 128]: let 'fc2' take 128
[Module]
public partial class Net(bool activates)
{
    private readonly Linear fc1 = new(784, 128);
    private readonly Linear fc2 = new(127, 64);

    public Tensor Forward([Shape("N, 784")] Tensor x)
    {
        x = fc1.Forward(x);
        var y = [|fc2.Forward(x)|];
        return activates ? F.Relu(y) : y;
    }
}
