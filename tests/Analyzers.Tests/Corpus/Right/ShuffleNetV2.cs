[Module]
public partial class ShuffleUnit(int channels)
{
    private readonly Sequential branch = new(
        new Conv2d(channels / 2, channels / 2, 1, bias: false), new BatchNorm2d(channels / 2), new ReLU(),
        new Conv2d(channels / 2, channels / 2, 3, padding: 1, groups: channels / 2, bias: false), new BatchNorm2d(channels / 2),
        new Conv2d(channels / 2, channels / 2, 1, bias: false), new BatchNorm2d(channels / 2), new ReLU());

    public Tensor Forward(Tensor x)
    {
        var halves = x.Chunk(2, dim: 1);
        return F.ChannelShuffle(F.Cat([halves[0], branch.Forward(halves[1])], 1), 2);
    }
}

[Module]
public partial class DownUnit(int from, int to)
{
    private readonly Sequential left = new(
        new Conv2d(from, from, 3, 2, 1, groups: from, bias: false), new BatchNorm2d(from),
        new Conv2d(from, to / 2, 1, bias: false), new BatchNorm2d(to / 2), new ReLU());

    private readonly Sequential right = new(
        new Conv2d(from, to / 2, 1, bias: false), new BatchNorm2d(to / 2), new ReLU(),
        new Conv2d(to / 2, to / 2, 3, 2, 1, groups: to / 2, bias: false), new BatchNorm2d(to / 2),
        new Conv2d(to / 2, to / 2, 1, bias: false), new BatchNorm2d(to / 2), new ReLU());

    public Tensor Forward([Shape("N, from, H, W")] Tensor x) => F.ChannelShuffle(F.Cat([left.Forward(x), right.Forward(x)], 1), 2);
}

[Module]
public partial class ShuffleNetV2
{
    private readonly Sequential stem = new(new Conv2d(3, 24, 3, 2, 1, bias: false), new BatchNorm2d(24), new ReLU(), new MaxPool2d(3, 2, 1));
    private readonly Sequential stage2 = new(new DownUnit(24, 116), new ShuffleUnit(116), new ShuffleUnit(116), new ShuffleUnit(116));
    private readonly Sequential stage3 = new(new DownUnit(116, 232), new ShuffleUnit(232), new ShuffleUnit(232));
    private readonly Sequential stage4 = new(new DownUnit(232, 464), new ShuffleUnit(464));
    private readonly Conv2d conv5 = new(464, 1024, 1, bias: false);
    private readonly Linear fc = new(1024, 1000);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = stage4.Forward(stage3.Forward(stage2.Forward(stem.Forward(x))));
        return fc.Forward(F.Relu(conv5.Forward(x)).Mean([2, 3]));
    }
}
