// NNG2009: 'calls' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private int calls;

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|calls|]++;
        return fc.Forward(x);
    }
}
