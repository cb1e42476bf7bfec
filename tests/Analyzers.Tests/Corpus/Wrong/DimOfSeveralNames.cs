// NNG1003: "N, T" is no shape: Expected one size.
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 2);

    [Dim("[|N, T|]", Max = 8)]
    public Tensor Forward([Shape("N, T, 4")] Tensor x) => fc.Forward(x);
}
