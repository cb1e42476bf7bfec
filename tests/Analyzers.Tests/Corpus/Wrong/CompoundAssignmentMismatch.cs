// NNG1001: 'x -= mean' cannot broadcast 'x' [N, 6] with 'mean' [5]: 6 and 5 at dim -1 are neither equal nor 1
[Module]
public partial class Shift
{
    [Buffer] private readonly Tensor mean = Tensor.Zeros(5);
    private readonly Linear fc = new(6, 2);

    public Tensor Forward([Shape("N, 6")] Tensor x)
    {
        [|x -= mean|];
        return fc.Forward(x);
    }
}
