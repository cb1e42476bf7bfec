// NNG2012: 'bias' is null here, but 'fc.Forward(x) + bias!' needs a tensor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        Tensor? bias = null;
        return fc.Forward(x) + [|bias|]!;
    }
}
