// NNG1001: 'x + h' cannot broadcast 'x' [N, 16] with 'h' from 'fc' [N, 32]: 16 and 32 at dim -1 are neither equal nor 1
[Module]
public partial class Residual
{
    private readonly Linear fc = new(16, 32);

    public Tensor Forward([Shape("N, 16")] Tensor x)
    {
        var h = F.Relu(fc.Forward(x));
        return [|x + h|];
    }
}
