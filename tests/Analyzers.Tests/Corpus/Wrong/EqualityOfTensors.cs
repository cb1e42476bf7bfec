// NNG2099: 'x == y' cannot be compiled: use tensor operators, functions of F and child modules
// NNG2202: 'Object.Equals' takes values out of a tensor, and what is computed from them has no gradient: compute with the tensor itself, or read the result of the call
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N, 4")] Tensor y)
    {
        if ([|x == y|])
            return x;
        return [|fc.Forward(x).Equals(y)|] ? x : y;
    }
}
