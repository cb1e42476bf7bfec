// NNG1001: 'head' takes 10 features, but 'mlp.Forward(x)' is [N, 12]: let 'head' take 12
[Module]
public partial class Mlp(int[] widths)
{
    private readonly ModuleList<Linear> layers = new(widths.Length - 1, i => new Linear(widths[i], widths[i + 1]));

    public Tensor Forward(Tensor x)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            x = layers[i].Forward(x);
            if (i < layers.Count - 1) x = F.Relu(x);
        }
        return x;
    }
}

[Module]
public partial class Net
{
    private readonly Mlp mlp = new([784, 256, 64, 12]);
    private readonly Linear head = new(10, 10);

    public Tensor Forward([Shape("N, 784")] Tensor x) => [|head.Forward(mlp.Forward(x))|];
}
