// NNG0009: 'layer' is 'Linear', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: give other values to the constructor
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 4")] Tensor x, Linear [|layer|]) => layer.Forward(x);
}
