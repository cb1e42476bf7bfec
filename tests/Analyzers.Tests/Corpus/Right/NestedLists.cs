[Module]
public partial class Stage(int depth, int width)
{
    private readonly ModuleList<Linear> layers = new(depth, _ => new Linear(width, width));

    public Tensor Forward([Shape("N, width")] Tensor x)
    {
        foreach (var layer in layers)
            x = x + F.Relu(layer.Forward(x));
        return x;
    }
}

[Module]
public partial class Net
{
    private readonly ModuleList<Stage> stages = [new Stage(2, 64), new Stage(4, 64), new Stage(6, 64)];
    private readonly Linear output = new(64, 1);

    public Tensor Forward([Shape("N, 64")] Tensor x)
    {
        foreach (var stage in stages)
            x = stage.Forward(x);
        return output.Forward(x);
    }
}
