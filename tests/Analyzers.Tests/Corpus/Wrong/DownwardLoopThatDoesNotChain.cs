// NNG1001: 'layers[i]' takes 32 features, but 'x' is [N, 30]: let 'layers[i]' take 30
[Module]
public partial class Decoder
{
    private readonly ModuleList<Linear> layers = [new Linear(64, 784), new Linear(32, 64), new Linear(16, 30)];

    public Tensor Forward([Shape("N, 16")] Tensor x)
    {
        for (var i = layers.Count - 1; i >= 0; i--)
            x = F.Relu([|layers[i].Forward(x)|]);
        return x;
    }
}
