// NNG2099: 'new Parameter(Tensor.Ones(4))' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var scale = [|new Parameter(Tensor.Ones(4))|];
        return fc.Forward(x) * scale;
    }
}
