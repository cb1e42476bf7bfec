// NNG2005: The condition 'Training' is not known when the module is bound: branch on constants, readonly members, null tests and dims of inputs, at most four times in a method
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return fc.Forward([|Training|] ? F.Relu(x) : x);
    }
}
