// NNG1001: 'F.Stack' takes 'b.Forward(x)' as [N, 4] to match 'a.Forward(x)' [N, 4], but it is [N, 5]
[Module]
public partial class Net
{
    private readonly Linear a = new(8, 4);
    private readonly Linear b = new(8, 5);

    public Tensor Forward([Shape("N, 8")] Tensor x) => [|F.Stack([a.Forward(x), b.Forward(x)], 1)|];
}
