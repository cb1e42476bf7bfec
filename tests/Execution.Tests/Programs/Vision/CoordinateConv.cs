using NnGen;

namespace Programs.Vision.CoordinateConv;

// CoordConv: the network sees where it is.
[Module]
public partial class CoordinateConv
{
    private readonly Conv2d conv = new(4, 3, 3, padding: 1);
    [Buffer(Persistent = false)] private readonly Tensor rows = Tensor.Linspace(-1, 1, 4).View(1, 1, 4, 1);
    [Buffer(Persistent = false)] private readonly Tensor columns = Tensor.Linspace(-1, 1, 5).View(1, 1, 1, 5);

    public Tensor Forward([Shape("N, 2, 4, 5")] Tensor x)
    {
        var y = rows.Expand(x.Shape[0], 1, 4, 5);
        var z = columns.Expand(x.Shape[0], 1, 4, 5);
        return conv.Forward(F.Cat([x, y, z], 1));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new CoordinateConv(), n => [Tensor.Randn(n, 2, 4, 5)]);
}
