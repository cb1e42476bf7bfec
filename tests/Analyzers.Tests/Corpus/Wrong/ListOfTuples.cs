// NNG2205: 'new List<(Tensor, string)>()' is a 'List<(Tensor, string)>', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var pairs = [|new List<(Tensor, string)>()|];
        pairs.Add((x, "x"));
        return fc.Forward(pairs[0].Item1);
    }
}
