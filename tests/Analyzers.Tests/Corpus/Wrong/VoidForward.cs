// NNG0009: 'Forward' returns 'void', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: compute other values outside of the module
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public void [|Forward|]([Shape("N, 4")] Tensor x) => fc.Forward(x);
}
