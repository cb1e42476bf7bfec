// NNG1001: 'F.Softmax' cannot take 'fc.Forward(x)' [N, 3]: dim 2 is out of range, which is -2 to 1
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|F.Softmax(fc.Forward(x), 2)|];
}
