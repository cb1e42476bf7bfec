// NNG2099: 'Computed' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public event Action<Tensor>? Computed;

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        [|Computed|]?.Invoke(y);
        return y;
    }
}
