// NNG2205: 'history' is a 'List<Tensor>', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly List<Tensor> history = [];

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|history|].Add(x);
        return fc.Forward(x);
    }
}
