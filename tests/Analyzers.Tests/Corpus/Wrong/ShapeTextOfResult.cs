// NNG1003: "*A, *B, 2" is no shape: A shape can have one pack only: how many dims each takes would be open.
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 2);

    [return: Shape("*A, [|*|]B, 2")]
    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}
