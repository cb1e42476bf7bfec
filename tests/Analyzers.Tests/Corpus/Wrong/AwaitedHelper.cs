// NNG2003: 'LoadAsync(x)' cannot be compiled: a Forward runs to its end at once; await before or after the call
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    private static async System.Threading.Tasks.Task<Tensor> LoadAsync(Tensor x)
    {
        await System.Threading.Tasks.Task.Yield();
        return x;
    }

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return fc.Forward([|LoadAsync(x)|].Result);
    }
}
