// NNG0009: 'Forward' returns 'Tensor[]', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: return a tuple or record of the tensors, or one that stacks them
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor[] [|Forward|]([Shape("N, 4")] Tensor x) => [fc.Forward(x), x];
}
