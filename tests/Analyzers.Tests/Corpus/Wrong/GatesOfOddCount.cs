[Module]
public partial class Gated
{
    private readonly Linear fc = new(16, 33);

    public Tensor Forward([Shape("N, 16")] Tensor x) => F.Glu(fc.Forward(x), 1);
}
