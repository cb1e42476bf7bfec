// NNG2205: 's_seen' is a 'List<Tensor>', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
// NNG2205: 'log' is a 'List<string>', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly List<string> log = [];
    private static readonly List<Tensor> s_seen = [];

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        [|s_seen|].Add(y);
        [|log|].Add("called");
        return y;
    }
}
