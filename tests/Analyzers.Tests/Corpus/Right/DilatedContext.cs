[Module]
public partial class ContextModule(int channels)
{
    private readonly ModuleList<Conv2d> convs =
    [
        new Conv2d(channels, channels, 3, padding: 1),
        new Conv2d(channels, channels, 3, padding: 2, dilation: 2),
        new Conv2d(channels, channels, 3, padding: 4, dilation: 4),
        new Conv2d(channels, channels, 3, padding: 8, dilation: 8),
    ];

    [return: Shape("N, channels, H, W")]
    public Tensor Forward([Shape("N, channels, H, W")] Tensor x)
    {
        foreach (var conv in convs)
            x = F.Relu(conv.Forward(x));
        return x;
    }
}
