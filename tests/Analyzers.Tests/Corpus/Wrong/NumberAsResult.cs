// NNG0009: 'Forward' returns 'float', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: compute other values outside of the module
[Module]
public partial class Net
{
    public float [|Forward|]([Shape("N, 4")] Tensor x) => 1f;
}
