[Module]
public partial class Net(int depth)
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if (depth > 1)
            x = F.Relu(x);
        return fc.Forward(x);
    }
}
