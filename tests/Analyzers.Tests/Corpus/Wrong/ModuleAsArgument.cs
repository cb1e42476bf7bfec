// NNG0009: 'layer' is 'Linear', but a compiled method takes tensors, tuples of them, numbers, flags and enums, and returns tensors, alone or in a tuple: give other values to the constructor
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 4")] Tensor x, Linear [|layer|]) => layer.Forward(x);
}
