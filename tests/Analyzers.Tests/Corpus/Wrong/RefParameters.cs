// NNG0009: 'x' is 'Tensor', but a compiled method takes tensors, tuples of them, numbers, flags and enums, and returns tensors, alone or in a tuple: give other values to the constructor
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
