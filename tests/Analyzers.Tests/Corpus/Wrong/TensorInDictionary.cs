// NNG2205: 'new Dictionary<string, Tensor> { ["h"] = fc.Forward(x) }' is a 'Dictionary<string, Tensor>', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var named = [|new Dictionary<string, Tensor> { ["h"] = fc.Forward(x) }|];
        return named["h"];
    }
}
