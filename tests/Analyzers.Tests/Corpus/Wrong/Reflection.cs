// NNG2099: 'typeof(Linear)' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var method = [|typeof(Linear)|].GetMethod("Forward")!;
        return (Tensor)method.Invoke(fc, [x])!;
    }
}
