[Module]
public partial class Net
{
    private readonly Linear fc1 = new(10, 20);
    private readonly Linear fc2 = new(20, 20);
    private readonly Linear fc3 = new(20, 1);

    public Tensor Forward([Shape("N, 10")] Tensor x)
    {
        x = Activated(fc1, x);
        x = Activated(fc2, x);
        return fc3.Forward(x);

        Tensor Activated(Linear layer, Tensor t) => F.Relu(layer.Forward(t));
    }
}
