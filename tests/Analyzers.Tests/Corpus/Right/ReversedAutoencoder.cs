[Module]
public partial class Symmetric
{
    private readonly ModuleList<Linear> encoder = [new Linear(784, 256), new Linear(256, 64), new Linear(64, 16)];
    private readonly ModuleList<Linear> decoder = [new Linear(256, 784), new Linear(64, 256), new Linear(16, 64)];

    [return: Shape("N, 784")]
    public Tensor Forward([Shape("N, 784")] Tensor x)
    {
        foreach (var layer in encoder)
            x = F.Relu(layer.Forward(x));
        for (var i = decoder.Count - 1; i >= 0; i--)
            x = i == 0 ? F.Sigmoid(decoder[i].Forward(x)) : F.Relu(decoder[i].Forward(x));
        return x;
    }
}
