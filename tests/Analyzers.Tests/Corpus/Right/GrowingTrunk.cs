[Module]
public partial class Trunk(int[] widths)
{
    private readonly ModuleList<Linear> layers = new(widths.Length - 1, i => new Linear(widths[i], widths[i + 1]));

    public Tensor Forward(Tensor x)
    {
        foreach (var layer in layers)
            x = F.Relu(layer.Forward(x));
        return x;
    }
}

[Module]
public partial class Net
{
    private readonly Trunk trunk = new([64, 128, 256]);
    private readonly Linear head = new(256, 10);

    public Tensor Forward([Shape("N, 64")] Tensor x) => head.Forward(trunk.Forward(x));
}
