// NNG2201: 'Dropout.Eval' computes no tensor, and a compiled method does nothing else: call it before or after the module
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly Dropout dropout = new();

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|dropout.Eval()|];
        return dropout.Forward(fc.Forward(x));
    }
}
