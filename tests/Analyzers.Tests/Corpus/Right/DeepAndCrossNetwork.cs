[Module]
public partial class CrossLayer(int dim)
{
    private readonly Linear w = new(dim, 1, bias: false);
    private readonly Parameter b = new(Tensor.Zeros(dim));

    public Tensor Forward([Shape("N, dim")] Tensor x0, [Shape("N, dim")] Tensor x) => x0 * w.Forward(x) + b + x;
}

[Module]
public partial class DeepCross
{
    private readonly ModuleList<CrossLayer> cross = new(3, _ => new CrossLayer(256));
    private readonly Sequential deep = new(new Linear(256, 512), new ReLU(), new Linear(512, 256), new ReLU());
    private readonly Linear output = new(512, 1);

    public Tensor Forward([Shape("N, 256")] Tensor x)
    {
        var c = x;
        foreach (var layer in cross)
            c = layer.Forward(x, c);
        return output.Forward(F.Cat([c, deep.Forward(x)], 1));
    }
}
