// NNG2099: 'new Dictionary<string, Tensor> { ["h"] = fc.Forward(x) }' cannot be compiled: use tensor operators, functions of F and child modules
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
