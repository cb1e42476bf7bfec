using NnGen;

namespace Programs.Vision.Res2Net;

// Res2Net: parts of the channels, each convolved with what the part before gave.
[Module]
public partial class Bottle2neck
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly ModuleList<Conv2d> convs;
    private readonly ModuleList<BatchNorm2d> bns;
    private readonly Conv2d conv3;
    private readonly BatchNorm2d bn3;
    private readonly int parts;
    private readonly int width;
    private readonly int scale;

    public Bottle2neck(int channels, int width, int scale)
    {
        (this.width, this.scale) = (width, scale);
        parts = scale == 1 ? 1 : scale - 1;
        conv1 = new(channels, width * scale, 1, bias: false);
        bn1 = new(width * scale);
        convs = new(parts, _ => new Conv2d(width, width, 3, padding: 1, bias: false));
        bns = new(parts, _ => new BatchNorm2d(width));
        conv3 = new(width * scale, channels, 1, bias: false);
        bn3 = new(channels);
    }

    public Tensor Forward([Shape("N, C, H, W")] Tensor x)
    {
        var residual = x;
        var y = F.Relu(bn1.Forward(conv1.Forward(x)));
        var split = y.Split(width, 1);
        var part = split[0];
        var result = split[0];
        for (var i = 0; i < parts; i++)
        {
            if (i == 0)
                part = split[i];
            else
                part = part + split[i];
            part = convs[i].Forward(part);
            part = F.Relu(bns[i].Forward(part));
            if (i == 0)
                result = part;
            else
                result = F.Cat([result, part], 1);
        }

        if (scale != 1)
            result = F.Cat([result, split[parts]], 1);
        return F.Relu(bn3.Forward(conv3.Forward(result)) + residual);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Bottle2neck(4, 2, 4), n => [Tensor.Randn(n, 4, 5, 5)]) { Tolerance = 3e-2 };
}
