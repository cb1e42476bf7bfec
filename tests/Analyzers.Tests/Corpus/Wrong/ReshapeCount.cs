// NNG1001: 'x.Reshape' cannot take 'x' [4, 28]: its 112 elements do not fill [-1, 100], which has a multiple of 100
[Module]
public partial class Net
{
    private readonly Linear fc = new(100, 10);

    public Tensor Forward([Shape("4, 28")] Tensor x) => fc.Forward([|x.Reshape(-1, 100)|]);
}
