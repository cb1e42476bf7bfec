// NNG2009: 'LastText' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]
// NNG2099: '$"{y}"' cannot be compiled: use tensor operators, functions of F and child modules
// NNG2001: 'Tensor.ToString' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
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
