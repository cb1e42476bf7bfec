// NNG1001: 'fc2' takes 2·hidden features, but 'F.Relu(fc1.Forward(x))' is [N, hidden]: let 'fc2' take hidden
[Module]
public partial class Net
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    public Net(int hidden = 64)
    {
        fc1 = new Linear(10, hidden);
        fc2 = new Linear(hidden * 2, 1);
    }

    public Tensor Forward([Shape("N, 10")] Tensor x) => [|fc2.Forward(F.Relu(fc1.Forward(x)))|];
}
