// NNG2003: 'Run(x)' cannot be compiled: a Forward runs to its end at once; await before or after the call
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return [|Run(x)|].Result;
    }

    private async System.Threading.Tasks.Task<Tensor> Run(Tensor x)
    {
        await foreach (var item in Items())
            x = fc.Forward(x) * item;
        return x;
    }

    private static async IAsyncEnumerable<int> Items()
    {
        await System.Threading.Tasks.Task.Yield();
        yield return 1;
    }
}
