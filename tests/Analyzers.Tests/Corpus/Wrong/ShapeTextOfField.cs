// NNG1003: "4 4" is no shape: Expected the end, found '4'.
[Module]
public partial class Net(Tensor initial)
{
    [Shape("4 [|4|]")] private readonly Parameter scale = new(initial);

    public Tensor Forward([Shape("N, 4")] Tensor x) => x * scale;
}
