// NNG1001: 'x * F.Sigmoid(fc.Forward(x.Mean([2, 3])))' cannot broadcast 'x' [N, 64, 8, 8] with 'F.Sigmoid(fc.Forward(x.Mean([2, 3])))' [N, 64]: 8 and 64 at dim -1 are neither equal nor 1
[Module]
public partial class Gate
{
    private readonly Linear fc = new(64, 64);

    public Tensor Forward([Shape("N, 64, 8, 8")] Tensor x) => [|x * F.Sigmoid(fc.Forward(x.Mean([2, 3])))|];
}
