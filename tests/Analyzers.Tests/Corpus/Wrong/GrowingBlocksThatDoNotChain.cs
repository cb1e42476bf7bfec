// NNG1001: 'conv' takes 32 channels, but 'x' is [N, 64, 32, 32]: let 'conv' take 64
[Module]
public partial class Net
{
    private readonly ModuleList<Conv2d> convs = new(4, i => new Conv2d(16 << i, 16 << (i + 2), 3, padding: 1));

    public Tensor Forward([Shape("N, 16, 32, 32")] Tensor x)
    {
        foreach (var conv in convs)
            x = F.Relu([|conv.Forward(x)|]);
        return x;
    }
}
