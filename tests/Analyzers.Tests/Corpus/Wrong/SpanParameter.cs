// NNG0009: 'x' is 'ReadOnlySpan<float>', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: give other values to the constructor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward(ReadOnlySpan<float> [|x|]) => fc.Forward(Tensor.From(x, 1, 4));
}
