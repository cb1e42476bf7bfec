[Module]
public partial class DenseBlock(int inChannels, int growth, int layers)
{
    private readonly ModuleList<Conv2d> convs = new(layers, i => new Conv2d(inChannels + i * growth, growth, 3, padding: 1));

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x)
    {
        foreach (var conv in convs)
            x = F.Cat([x, F.Relu(conv.Forward(x))], 1);
        return x;
    }
}
