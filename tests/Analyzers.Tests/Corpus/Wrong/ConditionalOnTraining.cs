// NNG2005: The condition 'Training' is not known when compiled: branch on constants, or choose the child module in the constructor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return fc.Forward([|Training|] ? F.Relu(x) : x);
    }
}
