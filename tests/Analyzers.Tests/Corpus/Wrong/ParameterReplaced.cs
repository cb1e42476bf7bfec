// NNG2009: 'scale' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]
// NNG2206: 'new Parameter(x[0])' would be a new parameter at each call, which no optimizer knows: keep it in a field
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private Parameter scale = new(Tensor.Ones(4));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|scale|] = [|new Parameter(x[0])|];
        return fc.Forward(x) * scale;
    }
}
