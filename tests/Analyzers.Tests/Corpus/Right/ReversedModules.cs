[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        foreach (var layer in layers.Reverse())
            x = layer.Forward(x);
        return fc.Forward(x);
    }
}
