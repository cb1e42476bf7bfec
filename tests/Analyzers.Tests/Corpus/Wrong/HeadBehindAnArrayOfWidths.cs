// NNG1001: 'head' takes 32 features, but 'x' is [N, 10]: let 'head' take 10
[Module]
public partial class Net
{
    private static readonly int[] widths = [784, 256, 64, 10];
    private readonly ModuleList<Linear> layers = new(3, i => new Linear(widths[i], widths[i + 1]));
    private readonly Linear head = new(32, 10);

    public Tensor Forward([Shape("N, 784")] Tensor x)
    {
        foreach (var layer in layers) x = F.Relu(layer.Forward(x));
        return [|head.Forward(x)|];
    }
}
