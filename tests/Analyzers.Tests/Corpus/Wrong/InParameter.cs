// NNG0009: 'x' is 'in Tensor', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: take it by value, which copies no elements
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] in Tensor [|x|])
    {
        return fc.Forward(x);
    }
}
