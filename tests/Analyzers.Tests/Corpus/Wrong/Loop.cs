// NNG2004: 'while (x.Item() > 0) x = fc.Forward(x)' cannot be compiled: a loop goes over a ModuleList or counts to a readonly number or a dim, and each turn hands float tensors to the next
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
