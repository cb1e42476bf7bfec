// NNG1001: 'Net()' can never run: 'b' takes 100 features, but 'a.Forward(x)' is [N, 128]: let 'b' take 128
[Module]
public partial class Net(int width = 64)
{
    private readonly Linear a = new(10, 2 * width);
    private readonly Linear b = new(100, 10);
    public Tensor Forward([Shape("N, 10")] Tensor x) => [|b.Forward(a.Forward(x))|];
}
