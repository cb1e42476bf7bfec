// NNG2201: 'Debug.Assert' computes no tensor, and a compiled method does nothing else: call it before or after the module
// NNG2201: 'ArgumentNullException.ThrowIfNull' computes no tensor, and a compiled method does nothing else: call it before or after the module
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|System.Diagnostics.Debug.Assert(x.Shape[0] > 0)|];
        [|ArgumentNullException.ThrowIfNull(x)|];
        return fc.Forward(x);
    }
}
