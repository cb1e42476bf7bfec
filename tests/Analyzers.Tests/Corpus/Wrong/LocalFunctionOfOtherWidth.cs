// NNG1001: 'b' takes 10 features, but 'a.Forward(y)' is [N, 20]: let 'b' take 20
[Module]
public partial class Net
{
    private readonly Linear a = new(10, 20);
    private readonly Linear b = new(10, 5);

    public Tensor Forward([Shape("N, 10")] Tensor x)
    {
        return Twice(x);

        Tensor Twice(Tensor y) => [|b.Forward(a.Forward(y))|];
    }
}
