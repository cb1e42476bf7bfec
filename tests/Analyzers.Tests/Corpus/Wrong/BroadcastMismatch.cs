// NNG1001: 'fc.Forward(x) * scale' cannot broadcast 'fc.Forward(x)' [N, 2] with 'scale' [3]: 2 and 3 at dim -1 are neither equal nor 1
[Module]
public partial class Net
{
    private readonly Parameter scale = new(Tensor.Ones(3));
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|fc.Forward(x) * scale|];
}
