// NNG1001: 'head' takes 64 features, but 'x' is [N, 128]: let 'head' take 128
[Module]
public partial class Net
{
    private readonly ModuleList<Linear> ls;
    public Net()
    {
        var widths = new[] { 784, 256, 128 };
        ls = new ModuleList<Linear>(Enumerable.Range(0, 2).Select(i => new Linear(widths[i], widths[i + 1])));
        head = new Linear(64, 10);
    }
    private readonly Linear head;

    public Tensor Forward([Shape("N, 784")] Tensor x)
    {
        foreach (var layer in ls) x = F.Relu(layer.Forward(x));
        return [|head.Forward(x)|];
    }
}
