// NNG2099: 'activation' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net(Func<Tensor, Tensor> activation)
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|activation|](fc.Forward(x));
}
