// NNG1001: 'F.Glu' takes a multiple of 2 at dim 1, but 'fc.Forward(x)' is [N, 33]
[Module]
public partial class Gated
{
    private readonly Linear fc = new(16, 33);

    public Tensor Forward([Shape("N, 16")] Tensor x) => [|F.Glu(fc.Forward(x), 1)|];
}
