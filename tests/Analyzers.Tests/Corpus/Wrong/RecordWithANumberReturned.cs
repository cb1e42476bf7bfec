// NNG0009: 'Forward' returns 'Result', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: compute other values outside of the module
public sealed record Result(Tensor Y, int Steps);

[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Result [|Forward|]([Shape("N, 4")] Tensor x) => new(fc.Forward(x), 1);
}
