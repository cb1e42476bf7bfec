// NNG1001: 'fc2' takes hidden + 1 features, but 'h' from 'fc1' is [N, hidden]: let 'fc2' take hidden
[Module]
public partial class Net(int hidden)
{
    private readonly Linear fc1 = new(784, hidden);
    private readonly Linear fc2 = new(hidden + 1, 10);

    public Tensor Forward([Shape("N, 784")] Tensor x)
    {
        var h = F.Relu(fc1.Forward(x));
        return [|fc2.Forward(h)|];
    }
}
