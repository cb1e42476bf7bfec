using NnGen;

namespace Programs.Vision.ShuffleNet;

[Module]
public partial class ShuffleUnit(int channels, int groups)
{
    private readonly Conv2d conv1 = new(channels, channels, 1, groups: groups);
    private readonly Conv2d conv2 = new(channels, channels, 3, padding: 1, groups: channels);
    private readonly Conv2d conv3 = new(channels, channels, 1, groups: groups);

    public Tensor Forward([Shape("N, channels, H, W")] Tensor x)
    {
        var y = F.Relu(conv1.Forward(x));
        y = ChannelShuffle(y, groups);
        y = conv3.Forward(conv2.Forward(y));
        return F.Relu(x + y);
    }

    private static Tensor ChannelShuffle(Tensor x, int groups)
    {
        var (batch, channels, height, width) = x.Shape;
        x = x.View(batch, groups, channels / groups, height, width);
        x = x.Transpose(1, 2);
        return x.Reshape(batch, channels, height, width);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ShuffleUnit(4, 2), n => [Tensor.Randn(n, 4, 3, 3)]);
}
