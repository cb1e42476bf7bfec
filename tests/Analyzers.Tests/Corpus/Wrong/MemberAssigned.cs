// NNG2009: 'last' is assigned in a compiled method: return the value instead
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    [Buffer] private Tensor last = Tensor.Zeros(4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|last|] = fc.Forward(x);
        return F.Relu(x);
    }
}
