// NNG0009: 'x' is 'ref Tensor', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: take it by value, and return what becomes of it
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward(ref Tensor [|x|], out Tensor y)
    {
        y = fc.Forward(x);
        return y;
    }
}
