[Module]
public partial class Hourglass(int depth, int channels)
{
    private readonly Conv2d upper = new(channels, channels, 3, padding: 1);
    private readonly Conv2d lower1 = new(channels, channels, 3, padding: 1);
    private readonly Hourglass? inner = depth > 1 ? new Hourglass(depth - 1, channels) : null;
    private readonly Conv2d lower2 = new(channels, channels, 3, padding: 1);

    public Tensor Forward(Tensor x)
    {
        var up = F.Relu(upper.Forward(x));
        var low = F.Relu(lower1.Forward(F.MaxPool2d(x, 2)));
        if (inner is not null)
            low = inner.Forward(low);
        low = F.Relu(lower2.Forward(low));
        return up + F.Interpolate(low, scaleFactor: 2);
    }
}

[Module]
public partial class Pose
{
    private readonly Conv2d stem = new(3, 64, 7, 2, 3);
    private readonly Hourglass hourglass = new(4, 64);
    private readonly Conv2d heatmaps = new(64, 16, 1);

    public Tensor Forward([Shape("N, 3, 256, 256")] Tensor x) => heatmaps.Forward(hourglass.Forward(F.MaxPool2d(F.Relu(stem.Forward(x)), 2)));
}
