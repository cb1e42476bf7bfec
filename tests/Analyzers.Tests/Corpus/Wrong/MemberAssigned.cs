// NNG2009: 'last' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private float last = 1;

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|last|] = 0.5f;
        return F.Relu(fc.Forward(x));
    }
}
