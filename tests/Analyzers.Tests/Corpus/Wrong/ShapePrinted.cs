// NNG2201: 'Console.WriteLine' computes no tensor, and a compiled method does nothing else: call it before or after the module
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|Console.WriteLine(x.Shape)|];
        return fc.Forward(x);
    }
}
