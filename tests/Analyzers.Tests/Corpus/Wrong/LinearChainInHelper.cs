// NNG1001: 'fc2' takes 40 features, but 'F.Tanh(fc1.Forward(x))' is [N, 30]: let 'fc2' take 30
[Module]
public partial class Net
{
    private readonly Linear fc1 = new(20, 30);
    private readonly Linear fc2 = new(40, 1);

    public Tensor Forward([Shape("N, 20")] Tensor x) => Head(F.Tanh(fc1.Forward(x)));

    private Tensor Head(Tensor features) => [|fc2.Forward(features)|];
}
