// NNG2018: 'ref x' is passed by reference, which cannot be compiled: return it instead
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    private static void Activate(ref Tensor x) => x = F.Relu(x);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        Activate([|ref x|]);
        return fc.Forward(x);
    }
}
