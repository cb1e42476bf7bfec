// NNG2007: 'h.Relu()' is bound at run time: give the variable its type
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        dynamic h = fc.Forward(x);
        return [|h.Relu()|];
    }
}
