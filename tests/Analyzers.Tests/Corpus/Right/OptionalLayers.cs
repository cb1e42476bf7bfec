[Module]
public partial class Net(bool hasBias = true)
{
    private const bool IsDeep = false;
    private readonly Linear fc1 = new(4, 8, hasBias);
    private readonly Linear fc2 = new(8, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var h = fc1.Forward(x);
        if (IsDeep)
            h = F.Relu(h);
        else
            h = F.Tanh(h);
        return fc2.Forward(h ?? throw new InvalidOperationException());
    }
}
