// NNG2099: 'optimizer' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly SGD optimizer;

    public Net() => optimizer = new SGD(fc.Parameters());

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|optimizer|].Step();
        return fc.Forward(x);
    }
}
