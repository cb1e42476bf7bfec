// NNG2004: 'while (x.Item() > 0) x = fc.Forward(x)' cannot be compiled: the statements of a Forward run once; write the turns out, or put them into a child module
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|while|] (x.Item() > 0)
            x = fc.Forward(x);
        return x;
    }
}
