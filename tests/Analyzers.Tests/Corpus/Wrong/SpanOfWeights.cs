// NNG2202: 'Tensor.AsSpan' takes values out of a tensor, and what is computed from them has no gradient: compute with the tensor itself, or read the result of the call
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var weights = [|fc.Weight.AsSpan()|];
        return fc.Forward(x) * weights[0];
    }
}
