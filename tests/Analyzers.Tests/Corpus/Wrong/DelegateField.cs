// NNG2006: 'activation' cannot be compiled: use a local function or a static method
[Module]
public partial class Net(Func<Tensor, Tensor> activation)
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|activation|](fc.Forward(x));
}
