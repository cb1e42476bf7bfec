// NNG1001: 'layers[i]' takes 16 features, but 'x' is [N, 32]: let 'layers[i]' take 32
[Module]
public partial class Net
{
    private readonly ModuleList<Linear> layers = [new Linear(8, 16), new Linear(16, 32), new Linear(16, 4)];

    public Tensor Forward([Shape("N, 8")] Tensor x)
    {
        for (var i = 0; i < layers.Count; i++)
            x = F.Relu([|layers[i].Forward(x)|]);
        return x;
    }
}
