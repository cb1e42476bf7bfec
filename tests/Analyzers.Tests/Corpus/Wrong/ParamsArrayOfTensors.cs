// NNG0009: 'xs' is 'Tensor[]', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: make each tensor a parameter of its own, or take one that stacks them
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward(params Tensor[] [|xs|]) => fc.Forward(xs[0]);
}
