// NNG2205: 'optimizer' is a 'SGD', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
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
