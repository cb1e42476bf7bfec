// NNG1003: "N, 4)" is no shape: Expected the end, found ')'.
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4[|)|]")] Tensor x) => fc.Forward(x);
}
