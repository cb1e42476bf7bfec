// NNG2009: 'LastText' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]
// NNG2010: '$"{y}"' is no constant, constructor parameter or readonly member, so compiled code cannot read it: keep it in a member
// NNG2202: 'Tensor.ToString' takes values out of a tensor, and what is computed from them has no gradient: compute with the tensor itself, or read the result of the call
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public string LastText { get; private set; } = "";

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        [|LastText|] = [|$"{y}"|];
        var text = [|y.ToString()|];
        return y;
    }
}
