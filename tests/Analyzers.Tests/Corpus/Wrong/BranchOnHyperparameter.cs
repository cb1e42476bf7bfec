// NNG2005: The condition 'depth > 1' is not known when compiled: branch on constants, or choose the child module in the constructor
[Module]
public partial class Net(int depth)
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if ([|depth > 1|])
            x = F.Relu(x);
        return fc.Forward(x);
    }
}
