// NNG2099: 's_seen' cannot be compiled: use tensor operators, functions of F and child modules
// NNG2099: 'log' cannot be compiled: use tensor operators, functions of F and child modules
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
