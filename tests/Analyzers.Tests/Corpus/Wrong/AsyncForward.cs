// NNG0009: 'Forward' returns 'Task<Tensor>', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: compute other values outside of the module
using System.Threading.Tasks;

[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public async Task<Tensor> [|Forward|]([Shape("N, 4")] Tensor x)
    {
        await Task.Delay(1);
        return fc.Forward(x);
    }
}
