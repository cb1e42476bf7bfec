// NNG1001: 'F.Glu' needs size(*S, dim)/2 to be a multiple of 2, but it is 33 for 'fc.Forward(x)' [N, 33]
[Module]
public partial class Gated
{
    private readonly Linear fc = new(16, 33);

    public Tensor Forward([Shape("N, 16")] Tensor x) => [|F.Glu(fc.Forward(x), 1)|];
}
