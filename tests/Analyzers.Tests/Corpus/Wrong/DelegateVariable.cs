// NNG2006: 'F.Relu' cannot be compiled: use a local function or a static method
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        Func<Tensor, Tensor> activate = [|F.Relu|];
        return activate(fc.Forward(x));
    }
}
